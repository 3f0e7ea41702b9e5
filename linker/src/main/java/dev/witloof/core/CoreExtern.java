package dev.witloof.core;

import dev.witloof.type.CoreExternType;

/** What a core instance exports and a core module imports. */
public sealed interface CoreExtern permits CoreFunction, CoreMemory {

    /** The type. */
    CoreExternType type();
}
