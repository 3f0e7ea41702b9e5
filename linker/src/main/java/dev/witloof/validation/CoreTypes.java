package dev.witloof.validation;

import dev.witloof.component.CoreDefType;
import dev.witloof.component.CoreExternTypeRef;
import dev.witloof.component.CoreSubType;
import dev.witloof.error.InvalidException;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.Feature;
import dev.witloof.type.ModuleType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Definitions of core types: function types and module types. The types of the garbage collection proposal are kept as
 * they are; nothing of the Component Model can use them yet.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#type-definitions">Binary: core:type</a>
 */
final class CoreTypes {

    /** An entry of the index space of core types. */
    sealed interface Entry {}

    /** A function type. */
    record Func(CoreExternType.Func type) implements Entry {}

    /** A module type. */
    record Module(ModuleType type) implements Entry {}

    /** A type that the Component Model cannot use. */
    record Other() implements Entry {}

    private static final long MAX_PAGES = 1L << 16;

    private final Scope scope;
    private final IndexSpace<Entry> types;

    CoreTypes(Scope scope) {
        this(scope, scope.coreTypes);
    }

    private CoreTypes(Scope scope, IndexSpace<Entry> types) {
        this.scope = scope;
        this.types = types;
    }

    /** Appends what a definition defines. */
    void define(CoreDefType type) {
        if (type instanceof CoreDefType.RecursionGroup group) {
            for (CoreSubType sub : group.types()) {
                types.add(
                        sub.type() instanceof CoreSubType.Func func
                                ? new Func(new CoreExternType.Func(func.params(), func.results()))
                                : new Other());
            }
        } else {
            types.add(new Module(module((CoreDefType.Module) type)));
        }
    }

    /** Checks that a module has no two imports of the same two names, which a component could not tell apart. */
    static void requireDistinctImports(ModuleType type) {
        Set<List<String>> names = new HashSet<>();
        for (ModuleType.Import need : type.imports()) {
            if (!names.add(List.of(need.module(), need.name()))) {
                throw taken("import \"" + need.module() + "\" \"" + need.name() + "\"");
            }
        }
    }

    /** The module type of this index. */
    static ModuleType moduleType(Scope scope, int index) {
        if (scope.coreTypes.get(index) instanceof Module module) {
            return module.type;
        }
        throw new InvalidException(
                "",
                "core type " + Integer.toUnsignedString(index)
                        + ": expected a module type, found another kind of core type");
    }

    private ModuleType module(CoreDefType.Module definition) {
        CoreTypes inner = new CoreTypes(scope, new IndexSpace<>("core type"));
        List<ModuleType.Import> imports = new ArrayList<>();
        List<ModuleType.Export> exports = new ArrayList<>();
        Set<List<String>> importNames = new HashSet<>();
        Set<String> exportNames = new HashSet<>();
        for (CoreDefType.Declaration declaration : definition.declarations()) {
            if (declaration instanceof CoreDefType.Import need) {
                if (!importNames.add(List.of(need.module(), need.name()))) {
                    throw taken("import \"" + need.module() + "\" \"" + need.name() + "\"");
                }
                imports.add(new ModuleType.Import(need.module(), need.name(), inner.resolve(need.type())));
            } else if (declaration instanceof CoreDefType.Export export) {
                if (!exportNames.add(export.name())) {
                    throw taken("export \"" + export.name() + "\"");
                }
                exports.add(new ModuleType.Export(export.name(), inner.resolve(export.type())));
            } else if (declaration instanceof CoreDefType.Type type) {
                if (type.type() instanceof CoreDefType.Module) {
                    throw new InvalidException("", "a module type cannot stand inside a module type");
                }
                inner.define(type.type());
            } else {
                inner.aliasOuter((CoreDefType.OuterAlias) declaration);
            }
        }
        return new ModuleType(imports, exports);
    }

    private static InvalidException taken(String what) {
        return new InvalidException("", what + ": the name is taken already");
    }

    private void aliasOuter(CoreDefType.OuterAlias alias) {
        IndexSpace<Entry> space = alias.count() == 0 ? types : scope.outward(alias.count() - 1).coreTypes;
        Entry entry = space.get(alias.index());
        if (entry instanceof Module) {
            throw new InvalidException("", "a module type cannot stand inside a module type");
        }
        types.add(entry);
    }

    private CoreExternType resolve(CoreExternTypeRef reference) {
        if (reference instanceof CoreExternTypeRef.Func func) {
            return func(func.type());
        }
        if (reference instanceof CoreExternTypeRef.Tag tag) {
            return new CoreExternType.Tag(func(tag.type()));
        }
        return gated(((CoreExternTypeRef.Direct) reference).type());
    }

    private CoreExternType.Func func(int index) {
        if (types.get(index) instanceof Func func) {
            return func.type;
        }
        throw new InvalidException(
                "",
                "core type " + Integer.toUnsignedString(index)
                        + ": expected a func type, found another kind of core type");
    }

    private static boolean exceeds(long size, long most) {
        return Long.compareUnsigned(size, most) > 0;
    }

    private CoreExternType gated(CoreExternType type) {
        if (type instanceof CoreExternType.Memory memory) {
            CoreExternType.Limits limits = memory.limits();
            if (!limits.address64()
                    && (exceeds(limits.min(), MAX_PAGES) || exceeds(limits.max().orElse(0), MAX_PAGES))) {
                throw new InvalidException("", "memory: expected at most " + MAX_PAGES + " pages, found " + limits);
            }
            if (limits.max().isPresent() && exceeds(limits.min(), limits.max().getAsLong())) {
                throw new InvalidException("", "memory: expected a minimum within the maximum, found " + limits);
            }
            if (memory.limits().address64()) {
                scope.limits.require(Feature.MEMORY64, "a memory with 64-bit addresses");
            }
            if (memory.shared()) {
                scope.limits.require(Feature.SHARED_EVERYTHING_THREADS, "a shared memory");
            }
        }
        return type;
    }
}
