package dev.witloof.core;

import dev.witloof.error.InvalidException;
import dev.witloof.error.MalformedException;

/**
 * The outer form of a core module, checked before the engine sees it: the preamble, the sections' sizes, and the counts by
 * which few bytes could make the engine's parser reserve much. Errors have the offset of the offending byte, which the
 * engine does not tell.
 *
 * @see <a href="https://webassembly.github.io/spec/core/binary/modules.html#sections">Core: sections</a>
 */
final class ModuleFraming {

    private static final int MAGIC = 0x6d736100;
    private static final int VERSION = 1;
    private static final int PREAMBLE = 8;
    private static final int CUSTOM = 0;
    private static final int START = 8;
    private static final int CODE = 10;
    private static final int LAST_SECTION = 13;

    /** What engines agree upon as the most locals of a function; four bytes may declare four billion. */
    private static final long MOST_LOCALS = 50_000;

    private final ModuleReader in;

    private ModuleFraming(ModuleReader in) {
        this.in = in;
    }

    /**
     * Checks a module.
     *
     * @throws MalformedException if a size or count cannot be
     * @throws InvalidException if an expression that has to be constant is not, so that what follows it is not known
     */
    static void check(byte[] bytes, int offset, int length, String path) {
        new ModuleFraming(new ModuleReader(bytes, offset, length, path)).check();
    }

    private void check() {
        if (in.end - in.at < PREAMBLE || in.littleEndian() != MAGIC) {
            throw in.malformed(in.at, "expected the magic bytes 00 61 73 6d of a core module, found " + in.hex());
        }
        in.at += 4;
        if (in.littleEndian() != VERSION) {
            throw in.malformed(in.at, "expected version 01 00 00 00 of a core module, found " + in.hex());
        }
        in.at += 4;
        int moduleEnd = in.end;
        while (in.at < moduleEnd) {
            int start = in.at;
            int id = (byte) in.unsignedByte("a section");
            if (id < 0 || id > LAST_SECTION) {
                throw in.malformed(
                        start, "expected a section of a core module, found id 0x" + Integer.toHexString(id & 0xFF));
            }
            long size = in.unsigned("the size of section " + id);
            if (size > in.end - in.at) {
                throw in.malformed(
                        start,
                        "expected section " + id + " of " + size + " bytes, found " + (in.end - in.at)
                                + " until the end");
            }
            in.end = in.at + (int) size;
            if (id == CUSTOM) {
                in.skipBytes("a section's name");
            } else if (id != START) {
                checkContent(id);
            }
            in.at = in.end;
            in.end = moduleEnd;
        }
    }

    /** Each of these sections begins with a count: of its entries or, in one case, of those of the data section. */
    private void checkContent(int id) {
        int start = in.at;
        long count = in.unsigned("the count of section " + id);
        boolean ownEntries = id <= CODE + 1 || id == LAST_SECTION;
        if (ownEntries && count > in.end - in.at) {
            throw in.malformed(
                    start,
                    "expected at most " + (in.end - in.at) + " entries in the rest of section " + id + ", found "
                            + count);
        }
        if (id == CODE) {
            for (long i = 0; i < count; i++) {
                checkBody(i);
            }
        } else {
            ModuleEntries.check(id, count, in);
        }
    }

    private void checkBody(long index) {
        int start = in.at;
        long size = in.unsigned("the size of code " + index);
        if (size > in.end - in.at) {
            throw in.malformed(
                    start,
                    "expected code " + index + " of " + size + " bytes, found " + (in.end - in.at)
                            + " until the end of the section");
        }
        int sectionEnd = in.end;
        in.end = in.at + (int) size;
        long groups = in.unsigned("the count of groups of locals");
        long locals = 0;
        for (long i = 0; i < groups; i++) {
            int group = in.at;
            locals += in.unsigned("a count of locals");
            if (locals > MOST_LOCALS) {
                throw in.malformed(
                        group, "expected at most " + MOST_LOCALS + " locals in code " + index + ", found " + locals);
            }
            int type = in.unsignedByte("the type of locals");
            if (type == 0x63 || type == 0x64) {
                in.skipNumber("a heap type");
            }
        }
        in.at = in.end;
        in.end = sectionEnd;
    }
}
