package dev.witloof.validation;

import dev.witloof.component.ComponentBinary;
import dev.witloof.component.DefType;
import dev.witloof.component.Definition;
import dev.witloof.core.CompilationCache;
import dev.witloof.core.CoreModule;
import dev.witloof.core.Execution;
import dev.witloof.error.InvalidException;
import dev.witloof.error.MalformedException;
import dev.witloof.name.NameAttributes;
import dev.witloof.type.ComponentType;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.CoreValType;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.ExternType;
import dev.witloof.type.Feature;
import dev.witloof.type.Features;
import dev.witloof.type.ResourceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks the definitions of one component in order, resolves their types and lists the steps of its instantiation.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#component-definitions">Explainer: component definitions</a>
 */
public final class ComponentValidation implements Definition.Visitor<@Nullable Void> {

    final Scope scope;
    private final CompilationCache cache;
    private final TypeDefinitions types;
    private final List<Step> steps = new ArrayList<>();
    private final List<ExternDecl> imports = new ArrayList<>();
    private final ExportedTypes exports = new ExportedTypes();
    private final Map<ResourceType, Integer> resources = new HashMap<>();
    private final Set<ResourceType> definedHere = new HashSet<>();
    private final Set<String> unsupported = new LinkedHashSet<>();

    private ComponentValidation(@Nullable Scope outer, TypeLimits limits, CompilationCache cache) {
        this.cache = cache;
        this.scope = new Scope(outer, true, limits);
        this.types = new TypeDefinitions(scope);
    }

    /**
     * Validates a component.
     *
     * @throws InvalidException if it breaks a rule, or uses a feature whose gate is closed
     * @throws MalformedException if a core module inside it is malformed
     */
    public static ValidComponent validate(ComponentBinary binary, Features features) {
        return validate(binary, features, CompilationCache.none());
    }

    /**
     * Validates a component whose core modules may have been compiled before; see {@link #validate(ComponentBinary,
     * Features)}.
     */
    public static ValidComponent validate(ComponentBinary binary, Features features, CompilationCache cache) {
        return new ComponentValidation(null, new TypeLimits(features), cache).run(binary);
    }

    private ValidComponent run(ComponentBinary binary) {
        for (Definition definition : binary.definitions()) {
            try {
                definition.accept(this);
            } catch (InvalidException e) {
                throw e.within(place(definition));
            }
        }
        String name = binary.names().flatMap(names -> names.componentName()).orElse("");
        ComponentType type = new ComponentType(imports, exports.decls());
        return new ValidComponent(name, scope.limits.check(type), steps, resources, List.copyOf(unsupported));
    }

    private String place(Definition definition) {
        return definition.accept(new DefinitionKind()) + " at 0x" + Integer.toHexString(definition.offset());
    }

    /** Appends a step of the instantiation. */
    void step(Step step) {
        steps.add(step);
    }

    /** Notes something that is valid and cannot run. */
    void unsupported(String what) {
        unsupported.add(what);
    }

    /** Gives a resource type its place in the instance's table of resource types. */
    void register(ResourceType type) {
        resources.putIfAbsent(type, resources.size());
    }

    /** Whether this component defines the resource itself, so that it may make and look into its resources. */
    boolean isDefinedHere(ResourceType type) {
        return definedHere.contains(type);
    }

    @Override
    public @Nullable Void coreModule(Definition.CoreModuleDefinition form) {
        CoreModule module = CoreModule.parse(
                form.module().array(),
                form.module().offset(),
                form.module().length(),
                "core module " + scope.coreModules.size(),
                Execution.AUTOMATIC,
                cache);
        CoreTypes.requireDistinctImports(module.type());
        scope.coreModules.add(module.type());
        step(new Step.DefineModule(module));
        return null;
    }

    @Override
    public @Nullable Void coreInstance(Definition.CoreInstanceDefinition form) {
        new CoreInstances(this).define(form.expression());
        return null;
    }

    @Override
    public @Nullable Void coreType(Definition.CoreTypeDefinition form) {
        new CoreTypes(scope).define(form.type());
        return null;
    }

    @Override
    public @Nullable Void component(Definition.ComponentDefinition form) {
        ComponentValidation inner = new ComponentValidation(scope, scope.limits, cache);
        ValidComponent component;
        try {
            component = inner.run(form.component());
        } catch (InvalidException e) {
            throw e.within("component " + scope.components.size());
        }
        unsupported.addAll(component.unsupported());
        scope.components.add(component.type());
        step(new Step.DefineComponent(component));
        return null;
    }

    @Override
    public @Nullable Void instance(Definition.InstanceDefinition form) {
        new Instances(this).define(form.expression());
        return null;
    }

    @Override
    public @Nullable Void alias(Definition.AliasDefinition form) {
        new Aliases(this).define(form.alias());
        return null;
    }

    @Override
    public @Nullable Void type(Definition.TypeDefinition form) {
        if (form.type() instanceof DefType.ResourceDef resource) {
            scope.types.add(defineResource(resource));
        } else {
            scope.types.add(types.define(form.type()));
        }
        return null;
    }

    private ResourceType defineResource(DefType.ResourceDef form) {
        if (form.rep() == CoreValType.Number.I64) {
            throw new InvalidException(
                    "", "a resource represented by i64 is not supported (feature \"" + Feature.MEMORY64 + "\")");
        }
        if (form.rep() != CoreValType.Number.I32) {
            throw new InvalidException("", "expected i32 as the representation of a resource, found " + form.rep());
        }
        OptionalInt destructor = OptionalInt.empty();
        if (form.dtor().isPresent()) {
            CoreExternType.Func expected = new CoreExternType.Func(List.of(CoreValType.Number.I32), List.of());
            CoreExternType.Func found = scope.coreFuncs.get(form.dtor().get());
            if (!found.equals(expected)) {
                throw new InvalidException("", "expected a destructor of type " + expected + ", found " + found);
            }
            destructor = OptionalInt.of(form.dtor().get());
        }
        ResourceType type = ResourceType.named("resource " + scope.types.size());
        register(type);
        definedHere.add(type);
        step(new Step.DefineResource(type, destructor));
        return type;
    }

    @Override
    public @Nullable Void canonical(Definition.CanonicalDefinition form) {
        form.canonical().accept(new CanonicalDefinitions(this));
        return null;
    }

    @Override
    public @Nullable Void start(Definition.StartDefinition form) {
        throw new InvalidException(
                "", "a component-level start function is not supported (feature \"" + Feature.VALUES + "\")");
    }

    @Override
    public @Nullable Void importDefinition(Definition.ImportDefinition form) {
        ExternType type = types.resolve(form.type(), form.name().name());
        scope.visibility.imported(form.name().name(), type);
        imports.add(scope.imports.add(form.name(), type));
        ResourceUse.introduced(type, this::register);
        ResourceUse.introduced(type, exports::known);
        scope.add(type);
        step(new Step.Import(form.name().name(), type));
        return null;
    }

    @Override
    public @Nullable Void export(Definition.ExportDefinition form) {
        String name = form.name().name();
        Items.Typed item = new Items(scope).get(form.value());
        ExternType type = Visibility.underName(item.type(), name);
        if (form.type().isPresent()) {
            ExternType ascribed = types.resolve(form.type().get(), name);
            Subtyping subtyping = new Subtyping();
            subtyping.within("export \"" + name + "\"", type, ascribed);
            type = subtyping.arguments().apply(ascribed);
        }
        scope.limits.check(type);
        scope.visibility.exported(name, type);
        NameAttributes attributes = scope.exports.add(form.name(), type).attributes();
        exports.add(name, attributes, type);
        scope.add(type);
        step(new Step.Export(name, item.item()));
        return null;
    }

    @Override
    public @Nullable Void value(Definition.ValueDefinition form) {
        throw new InvalidException("", "values are not supported (feature \"" + Feature.VALUES + "\")");
    }
}
