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
 * Definitions of core types: those of core WebAssembly, of which the Component Model itself uses the function types, and
 * module types.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#type-definitions">Binary: core:type</a>
 */
final class CoreTypes {

    /** An entry of the index space of core types. */
    sealed interface Entry {}

    /** A type of core WebAssembly: of a function, a structure or an array. */
    record Sub(CoreSubType type) implements Entry {}

    /** A module type. */
    record Module(ModuleType type) implements Entry {}

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
            int from = types.size();
            group.types().forEach(sub -> types.add(new Sub(sub)));
            new CoreTypeRules(types).check(from);
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
            return func(types, func.type());
        }
        if (reference instanceof CoreExternTypeRef.Tag tag) {
            CoreExternType.Func type = func(types, tag.type());
            if (!type.results().isEmpty()) {
                throw new InvalidException("", "tag: expected a func type without results, found " + type);
            }
            return new CoreExternType.Tag(type);
        }
        return checked(((CoreExternTypeRef.Direct) reference).type());
    }

    /** The function type of this index. */
    static CoreExternType.Func funcType(Scope scope, int index) {
        return func(scope.coreTypes, index);
    }

    private static CoreExternType.Func func(IndexSpace<Entry> types, int index) {
        if (types.get(index) instanceof Sub sub && sub.type().type() instanceof CoreSubType.Func func) {
            return new CoreExternType.Func(func.params(), func.results());
        }
        throw new InvalidException(
                "",
                "core type " + Integer.toUnsignedString(index)
                        + ": expected a func type, found another kind of core type");
    }

    private static boolean exceeds(long size, long most) {
        return Long.compareUnsigned(size, most) > 0;
    }

    private CoreExternType checked(CoreExternType type) {
        if (type instanceof CoreExternType.Memory memory) {
            check(memory);
        } else if (type instanceof CoreExternType.Table table) {
            new CoreTypeRules(types).check(table.element());
            requireMinWithinMax("table", table.limits());
        } else if (type instanceof CoreExternType.Global global) {
            new CoreTypeRules(types).check(global.type());
        }
        return type;
    }

    private void check(CoreExternType.Memory memory) {
        CoreExternType.Limits limits = memory.limits();
        if (!limits.address64()
                && (exceeds(limits.min(), MAX_PAGES) || exceeds(limits.max().orElse(0), MAX_PAGES))) {
            throw new InvalidException("", "memory: expected at most " + MAX_PAGES + " pages, found " + limits);
        }
        requireMinWithinMax("memory", limits);
        if (limits.address64()) {
            scope.limits.require(Feature.MEMORY64, "a memory with 64-bit addresses");
        }
        if (memory.shared()) {
            scope.limits.require(Feature.SHARED_EVERYTHING_THREADS, "a shared memory");
        }
    }

    private static void requireMinWithinMax(String what, CoreExternType.Limits limits) {
        if (limits.max().isPresent() && exceeds(limits.min(), limits.max().getAsLong())) {
            throw new InvalidException("", what + ": expected a minimum within the maximum, found " + limits);
        }
    }
}
