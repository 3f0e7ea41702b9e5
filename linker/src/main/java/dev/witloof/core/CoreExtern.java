package dev.witloof.core;

import dev.witloof.type.CoreExternType;

/** What a core instance exports and imports. Every handle belongs to one live definition and may be shared by instances. */
public sealed interface CoreExtern permits CoreFunction, CoreMemory, CoreTable, CoreGlobal, CoreTag {

    /** Its type; of a memory or table with the size that it has now. */
    CoreExternType type();
}
