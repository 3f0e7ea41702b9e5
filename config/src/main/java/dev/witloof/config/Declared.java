package dev.witloof.config;

import dev.witloof.link.Linker;

/** Something that a file declares for a linker. */
interface Declared {

    /** Declares it. */
    void applyTo(Linker.Builder linker);
}
