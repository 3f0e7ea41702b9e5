package dev.witloof.validation;

import dev.witloof.component.Alias;
import dev.witloof.component.ComponentSort;
import dev.witloof.component.CoreSort;
import dev.witloof.component.Sort;
import dev.witloof.error.InvalidException;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.ExternType;
import dev.witloof.type.Feature;
import org.jspecify.annotations.Nullable;

/**
 * Alias definitions.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#alias-definitions">Explainer: alias definitions</a>
 */
final class Aliases {

    private final ComponentValidation component;
    private final Scope scope;

    Aliases(ComponentValidation component) {
        this.component = component;
        this.scope = component.scope;
    }

    void define(Alias alias) {
        if (alias instanceof Alias.Export export) {
            export(export);
        } else if (alias instanceof Alias.CoreExport export) {
            coreExport(export);
        } else {
            outer((Alias.Outer) alias);
        }
    }

    private void export(Alias.Export alias) {
        ExternType type = TypeDefinitions.aliasExport(scope, alias);
        scope.add(type);
        Item.Space space = space(alias.sort());
        if (space != null) {
            component.step(new Step.AliasExport(space, alias.instance(), alias.name()));
        }
    }

    /** The index space of a sort; {@code null} for types, which leave nothing to do at run time. */
    private static Item.@Nullable Space space(Sort sort) {
        if (sort instanceof ComponentSort componentSort) {
            return switch (componentSort) {
                case FUNC -> Item.Space.FUNC;
                case TYPE -> null;
                case COMPONENT -> Item.Space.COMPONENT;
                case INSTANCE -> Item.Space.INSTANCE;
                case VALUE ->
                    throw new InvalidException("", "values are not supported (feature \"" + Feature.VALUES + "\")");
            };
        }
        if (sort == CoreSort.MODULE) {
            return Item.Space.CORE_MODULE;
        }
        throw new InvalidException("", "expected a component-level sort or core module, found " + sort);
    }

    private void coreExport(Alias.CoreExport alias) {
        CoreExternType type = scope.coreInstances.get(alias.instance()).get(alias.name());
        if (type == null) {
            throw new InvalidException(
                    "", "core instance " + alias.instance() + " has no export \"" + alias.name() + "\"");
        }
        if (!("core " + type.kind()).equals(alias.sort().toString())) {
            throw new InvalidException(
                    "", "export \"" + alias.name() + "\": expected " + alias.sort() + ", found core " + type.kind());
        }
        addCore(type);
        component.step(new Step.AliasCore(Items.space(alias.sort()), alias.instance(), alias.name()));
    }

    private void addCore(CoreExternType type) {
        if (type instanceof CoreExternType.Func func) {
            scope.coreFuncs.add(func);
        } else if (type instanceof CoreExternType.Table table) {
            scope.coreTables.add(table);
        } else if (type instanceof CoreExternType.Memory memory) {
            scope.coreMemories.add(memory);
        } else if (type instanceof CoreExternType.Global global) {
            scope.coreGlobals.add(global);
        } else {
            scope.coreTags.add((CoreExternType.Tag) type);
        }
    }

    private void outer(Alias.Outer alias) {
        Scope target = scope.outward(alias.count());
        Sort sort = alias.sort();
        if (sort == ComponentSort.TYPE) {
            scope.types.add(TypeDefinitions.outerType(scope, alias.count(), alias.index()));
        } else if (sort == CoreSort.TYPE) {
            scope.coreTypes.add(target.coreTypes.get(alias.index()));
        } else if (sort == CoreSort.MODULE) {
            scope.coreModules.add(target.coreModules.get(alias.index()));
            component.step(new Step.AliasOuter(Item.Space.CORE_MODULE, alias.count(), alias.index()));
        } else if (sort == ComponentSort.COMPONENT) {
            scope.components.add(target.components.get(alias.index()));
            component.step(new Step.AliasOuter(Item.Space.COMPONENT, alias.count(), alias.index()));
        } else {
            throw new InvalidException("", "an outer alias names a type, a component or a core module, found " + sort);
        }
    }
}
