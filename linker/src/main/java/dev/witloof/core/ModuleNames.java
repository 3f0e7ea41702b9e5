package dev.witloof.core;

import dev.witloof.error.MalformedException;

/**
 * Whether the name section of a core module may be given to the engine's parser, which reserves room by what lengths say
 * and takes quadratic time for names that are not in the order of their indices.
 *
 * @see <a href="https://webassembly.github.io/spec/core/appendix/custom.html#name-section">Core: name section</a>
 */
final class ModuleNames {

    private final ModuleReader in;

    private ModuleNames(byte[] section) {
        this.in = new ModuleReader(section, 0, section.length, "");
    }

    /** Whether all that the parser reads of the section is well-formed and in order. */
    static boolean areSound(byte[] section) {
        try {
            return new ModuleNames(section).areSound();
        } catch (MalformedException broken) {
            return false;
        }
    }

    private boolean areSound() {
        int sectionEnd = in.end;
        while (in.at < sectionEnd) {
            int id = in.unsignedByte("a subsection");
            long size = in.count("bytes of a subsection");
            in.end = in.at + (int) size;
            boolean sound = switch (id) {
                case 0 -> name();
                case 1, 5, 6, 7, 8, 9, 11 -> nameMap();
                case 2, 3 -> indirectNameMap();
                default -> true;
            };
            if (!sound) {
                return false;
            }
            in.at = in.end;
            in.end = sectionEnd;
        }
        return true;
    }

    private boolean name() {
        in.skipBytes("a name");
        return true;
    }

    private boolean nameMap() {
        long last = -1;
        for (long count = in.count("names"); count > 0; count--) {
            long index = in.unsigned("an index");
            if (index <= last) {
                return false;
            }
            last = index;
            name();
        }
        return true;
    }

    private boolean indirectNameMap() {
        long last = -1;
        for (long count = in.count("groups of names"); count > 0; count--) {
            long index = in.unsigned("an index");
            if (index <= last || !nameMap()) {
                return false;
            }
            last = index;
        }
        return true;
    }
}
