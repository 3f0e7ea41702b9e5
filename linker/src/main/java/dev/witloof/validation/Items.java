package dev.witloof.validation;

import dev.witloof.component.ComponentSort;
import dev.witloof.component.CoreSort;
import dev.witloof.component.Sort;
import dev.witloof.component.SortIndex;
import dev.witloof.error.InvalidException;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.DefinedType;
import dev.witloof.type.ExternType;
import dev.witloof.type.Feature;
import dev.witloof.type.TypeBound;

/**
 * References by sort and index to what they refer to.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#instance-definitions">Binary: sortidx</a>
 */
final class Items {

    private final Scope scope;

    Items(Scope scope) {
        this.scope = scope;
    }

    /**
     * A checked reference with the type of what it refers to.
     *
     * @param item the reference
     * @param type the type
     */
    record Typed(Item item, ExternType type) {}

    /** What a component-level reference refers to. */
    Typed get(SortIndex reference) {
        int index = reference.index();
        Sort sort = reference.sort();
        if (sort instanceof ComponentSort component) {
            return switch (component) {
                case FUNC -> new Typed(new Item.Entry(Item.Space.FUNC, index), scope.funcs.get(index));
                case VALUE ->
                    throw new InvalidException("", "values are not supported (feature \"" + Feature.VALUES + "\")");
                case TYPE -> type(index);
                case COMPONENT -> new Typed(new Item.Entry(Item.Space.COMPONENT, index), scope.components.get(index));
                case INSTANCE -> new Typed(new Item.Entry(Item.Space.INSTANCE, index), scope.instances.get(index));
            };
        }
        if (sort == CoreSort.MODULE) {
            return new Typed(new Item.Entry(Item.Space.CORE_MODULE, index), scope.coreModules.get(index));
        }
        throw new InvalidException("", "expected a component-level sort or core module, found " + sort);
    }

    private Typed type(int index) {
        DefinedType type = scope.namedType(index);
        return new Typed(new Item.Type(type), new TypeBound.Eq(type));
    }

    /** The type of a core definition. */
    CoreExternType core(CoreSort sort, int index) {
        return switch (sort) {
            case FUNC -> scope.coreFuncs.get(index);
            case TABLE -> scope.coreTables.get(index);
            case MEMORY -> scope.coreMemories.get(index);
            case GLOBAL -> scope.coreGlobals.get(index);
            case TAG -> scope.coreTags.get(index);
            case TYPE, MODULE, INSTANCE -> throw notExportable(sort);
        };
    }

    /** The index space of a sort of core definition. */
    static Item.Space space(CoreSort sort) {
        return switch (sort) {
            case FUNC -> Item.Space.CORE_FUNC;
            case TABLE -> Item.Space.CORE_TABLE;
            case MEMORY -> Item.Space.CORE_MEMORY;
            case GLOBAL -> Item.Space.CORE_GLOBAL;
            case TAG -> Item.Space.CORE_TAG;
            case TYPE, MODULE, INSTANCE -> throw notExportable(sort);
        };
    }

    private static InvalidException notExportable(CoreSort sort) {
        return new InvalidException("", "expected what a core instance can export, found " + sort);
    }
}
