package dev.witloof.validation;

import dev.witloof.error.InvalidException;
import dev.witloof.type.ComponentType;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.CoreValType;
import dev.witloof.type.DefinedType;
import dev.witloof.type.ExternType;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.ModuleType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.TypeBound;
import dev.witloof.type.ValType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The index spaces of one component, component type or instance type, as far as its definitions have been read.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#index-spaces">Explainer: index spaces</a>
 */
final class Scope {

    final @Nullable Scope outer;
    final boolean isComponent;
    final TypeLimits limits;

    final IndexSpace<DefinedType> types = new IndexSpace<>("type");
    final IndexSpace<FuncType> funcs = new IndexSpace<>("func");
    final IndexSpace<InstanceType> instances = new IndexSpace<>("instance");
    final IndexSpace<ComponentType> components = new IndexSpace<>("component");
    final IndexSpace<CoreTypes.Entry> coreTypes = new IndexSpace<>("core type");
    final IndexSpace<ModuleType> coreModules = new IndexSpace<>("core module");
    final IndexSpace<Map<String, CoreExternType>> coreInstances = new IndexSpace<>("core instance");
    final IndexSpace<CoreExternType.Func> coreFuncs = new IndexSpace<>("core func");
    final IndexSpace<CoreExternType.Table> coreTables = new IndexSpace<>("core table");
    final IndexSpace<CoreExternType.Memory> coreMemories = new IndexSpace<>("core memory");
    final IndexSpace<CoreExternType.Global> coreGlobals = new IndexSpace<>("core global");
    final IndexSpace<CoreExternType.Tag> coreTags = new IndexSpace<>("core tag");

    /** Which types of a component or component type have names that those outside can see. */
    final Visibility visibility = new Visibility();

    /** Shared by all scopes of one outermost component. */
    final ExportsByName exportsByName;

    /** The type of what {@code context.get} and {@code context.set} carry, once one of them was defined. */
    @Nullable
    CoreValType contextType;

    final ExternNames imports;
    final ExternNames exports;

    Scope(@Nullable Scope outer, boolean isComponent, TypeLimits limits) {
        this.outer = outer;
        this.isComponent = isComponent;
        this.limits = limits;
        this.exportsByName = outer == null ? new ExportsByName() : outer.exportsByName;
        this.imports = new ExternNames("import", limits);
        this.exports = new ExternNames("export", limits);
    }

    /**
     * The scope that many levels out.
     *
     * @throws InvalidException if there are fewer
     */
    Scope outward(int count) {
        Scope scope = this;
        for (int i = 0; i < count || count < 0; i++) {
            if (scope.outer == null) {
                throw new InvalidException(
                        "", "expected an outer count of at most " + i + ", found " + Integer.toUnsignedString(count));
            }
            scope = scope.outer;
        }
        return scope;
    }

    /** Whether the way outward leaves a component, across which no resource type may be seen. */
    boolean crossesComponent(int count) {
        Scope scope = this;
        for (int i = 0; i < count && scope != null; i++) {
            if (scope.isComponent) {
                return true;
            }
            scope = scope.outer;
        }
        return false;
    }

    /** The value type of this index. */
    ValType valueType(int index) {
        if (types.get(index) instanceof ValType type) {
            return type;
        }
        throw wrongKind(index, "a value type");
    }

    /** The resource type of this index. */
    ResourceType resourceType(int index) {
        if (types.get(index) instanceof ResourceType type) {
            return type;
        }
        throw wrongKind(index, "a resource type");
    }

    /** The type of this index, which an import or export is about to name and so to walk. */
    DefinedType namedType(int index) {
        DefinedType type = types.get(index);
        if (type instanceof ExternType) {
            limits.count(type);
        }
        return type;
    }

    /** The type of a function, instance or component of this index. */
    <T extends ExternType> T definition(int index, Class<T> kind, String words) {
        DefinedType type = types.get(index);
        if (kind.isInstance(type)) {
            return kind.cast(type);
        }
        throw wrongKind(index, words);
    }

    /** The error that a type is of another kind than expected. */
    InvalidException wrongKind(int index, String expected) {
        return new InvalidException(
                "",
                "type " + Integer.toUnsignedString(index) + ": expected " + expected + ", found "
                        + kind(types.get(index)));
    }

    /** What messages call a type: itself, unless it is the type of a function, an instance or a component. */
    static String kind(DefinedType type) {
        return type instanceof ExternType definition
                ? IndexSpace.withArticle(definition.kind()) + " type"
                : type.toString();
    }

    /** Appends what an import, export or alias of this type brings, to the index space of its sort. */
    void add(ExternType type) {
        type.accept(new ExternType.Visitor<@Nullable Void>() {
            @Override
            public @Nullable Void func(FuncType func) {
                funcs.add(func);
                return null;
            }

            @Override
            public @Nullable Void instance(InstanceType instance) {
                instances.add(instance);
                return null;
            }

            @Override
            public @Nullable Void component(ComponentType component) {
                components.add(component);
                return null;
            }

            @Override
            public @Nullable Void module(ModuleType module) {
                coreModules.add(module);
                return null;
            }

            @Override
            public @Nullable Void type(TypeBound bound) {
                types.add(bound.type());
                return null;
            }

            @Override
            public @Nullable Void value(ExternType.Value value) {
                throw new InvalidException("", "values are not supported");
            }
        });
    }
}
