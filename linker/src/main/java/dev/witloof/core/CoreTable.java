package dev.witloof.core;

import dev.witloof.type.CoreExternType;
import dev.witloof.type.CoreValType;

/** A table of a core instance; it only passes from an export to an import. */
public final class CoreTable implements CoreExtern {

    private final CoreValType.Reference element;
    private final SharedTable entries;

    CoreTable(CoreValType.Reference element, SharedTable entries) {
        this.element = element;
        this.entries = entries;
    }

    @Override
    public CoreExternType.Table type() {
        return new CoreExternType.Table(element, CoreTypes.limits(entries.limits()));
    }

    SharedTable entries() {
        return entries;
    }
}
