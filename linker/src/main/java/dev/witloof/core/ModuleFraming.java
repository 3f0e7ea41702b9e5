package dev.witloof.core;

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

    private final byte[] bytes;
    private final String path;
    private int at;
    private int end;

    private ModuleFraming(byte[] bytes, int offset, int length, String path) {
        this.bytes = bytes;
        this.path = path;
        this.at = offset;
        this.end = offset + length;
    }

    static void check(byte[] bytes, int offset, int length, String path) {
        new ModuleFraming(bytes, offset, length, path).check();
    }

    private void check() {
        if (end - at < PREAMBLE || littleEndian() != MAGIC) {
            throw malformed(at, "expected the magic bytes 00 61 73 6d of a core module, found " + hex());
        }
        at += 4;
        if (littleEndian() != VERSION) {
            throw malformed(at, "expected version 01 00 00 00 of a core module, found " + hex());
        }
        at += 4;
        int moduleEnd = end;
        while (at < moduleEnd) {
            int start = at;
            int id = bytes[at++];
            if (id < 0 || id > LAST_SECTION) {
                throw malformed(
                        start, "expected a section of a core module, found id 0x" + Integer.toHexString(id & 0xFF));
            }
            long size = unsigned("the size of section " + id);
            if (size > end - at) {
                throw malformed(
                        start,
                        "expected section " + id + " of " + size + " bytes, found " + (end - at) + " until the end");
            }
            end = at + (int) size;
            if (id != CUSTOM && id != START) {
                checkContent(id);
            }
            at = end;
            end = moduleEnd;
        }
    }

    /** Each of these sections begins with a count: of its entries or, in one case, of those of the data section. */
    private void checkContent(int id) {
        int start = at;
        long count = unsigned("the count of section " + id);
        boolean ownEntries = id <= CODE + 1 || id == LAST_SECTION;
        if (ownEntries && count > end - at) {
            throw malformed(
                    start,
                    "expected at most " + (end - at) + " entries in the rest of section " + id + ", found " + count);
        }
        if (id == CODE) {
            for (long i = 0; i < count; i++) {
                checkBody(i);
            }
        }
    }

    private void checkBody(long index) {
        int start = at;
        long size = unsigned("the size of code " + index);
        if (size > end - at) {
            throw malformed(
                    start,
                    "expected code " + index + " of " + size + " bytes, found " + (end - at)
                            + " until the end of the section");
        }
        int sectionEnd = end;
        end = at + (int) size;
        long groups = unsigned("the count of groups of locals");
        long locals = 0;
        for (long i = 0; i < groups; i++) {
            int group = at;
            locals += unsigned("a count of locals");
            if (locals > MOST_LOCALS) {
                throw malformed(
                        group, "expected at most " + MOST_LOCALS + " locals in code " + index + ", found " + locals);
            }
            int type = unsignedByte("the type of locals");
            if (type == 0x63 || type == 0x64) {
                while (unsignedByte("a heap type") >= 0x80) {
                    // The parts of one number.
                }
            }
        }
        at = end;
        end = sectionEnd;
    }

    private int unsignedByte(String what) {
        if (at >= end) {
            throw malformed(at, "expected " + what + ", found the end");
        }
        return bytes[at++] & 0xFF;
    }

    private long unsigned(String what) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int start = at;
            int read = unsignedByte(what);
            if (shift == 28 && read > 0x0F) {
                throw malformed(start, "expected " + what + " in 32 bits, found more");
            }
            value |= (long) (read & 0x7F) << shift;
            if (read < 0x80) {
                return value;
            }
        }
    }

    private int littleEndian() {
        return (bytes[at] & 0xFF)
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | (bytes[at + 3] & 0xFF) << 24;
    }

    private String hex() {
        StringBuilder text = new StringBuilder();
        for (int i = at; i < Math.min(at + 4, end); i++) {
            text.append(i == at ? "" : " ").append(String.format("%02x", bytes[i]));
        }
        return text.length() == 0 ? "nothing" : text.toString();
    }

    private MalformedException malformed(int offset, String reason) {
        return new MalformedException(path, offset, reason);
    }
}
