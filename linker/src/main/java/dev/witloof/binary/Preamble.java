package dev.witloof.binary;

/**
 * The first eight bytes. What is not a component is told what it is, as far as they show it.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#component-definitions">Binary: preamble</a>
 */
final class Preamble {

    private static final int MAGIC = 0x0061736D;
    private static final int LENGTH = 8;
    private static final int CORE_MODULE = 0x01000000;
    private static final int COMPONENT = 0x0D000100;
    private static final int DRAFT = 0x0D;
    private static final int STANDARD = 0x01;

    private Preamble() {}

    /** Reads the preamble of a component. */
    static void component(BinaryReader in) {
        int at = in.position();
        if (in.remaining() == 0) {
            throw in.malformed(at, "expected a component, found nothing: the input is empty");
        }
        if (isText(in)) {
            throw in.malformed(at, "expected a component, found WebAssembly text; convert it with `wasm-tools parse`");
        }
        int versionAndLayer = magicThenWord(in, "a component");
        if (versionAndLayer == CORE_MODULE) {
            throw in.malformed(
                    at + 4,
                    "expected a component, found a core module; make a component of it with `wasm-tools component new`");
        }
        if ((versionAndLayer & 0xFFFF) != (COMPONENT & 0xFFFF)) {
            throw in.malformed(
                    at + 6,
                    "expected layer 0x0001, a component, found layer 0x" + word(versionAndLayer & 0xFFFF)
                            + "; the file is neither a component nor a core module of version 1");
        }
        if (versionAndLayer != COMPONENT) {
            int version = Integer.reverseBytes(versionAndLayer) & 0xFFFF;
            // Versions count up from early drafts to 0x0d and beyond; the standard's first release will be 0x01.
            boolean newer = version == STANDARD || version > DRAFT;
            throw in.malformed(
                    at + 4,
                    "expected a component of version 0x000d, found version 0x" + word(versionAndLayer >>> 16)
                            + (newer
                                    ? ", which this library does not know; use a later one"
                                    : "; rebuild the component with current tools"));
        }
    }

    /** Reads the preamble of a core module that a component contains. */
    static void coreModule(BinaryReader in) {
        int at = in.position();
        int versionAndLayer = magicThenWord(in, "a core module");
        if (versionAndLayer == COMPONENT) {
            throw in.malformed(at + 4, "expected a core module, found a component");
        }
        if (versionAndLayer != CORE_MODULE) {
            throw in.malformed(
                    at + 4,
                    "expected a core module of version 0x0001 and layer 0x0000, found version 0x"
                            + word(versionAndLayer >>> 16) + " and layer 0x" + word(versionAndLayer & 0xFFFF));
        }
    }

    /** The four bytes after the magic number, in the order of the file. */
    private static int magicThenWord(BinaryReader in, String what) {
        int at = in.position();
        if (in.remaining() < LENGTH) {
            throw in.malformed(
                    at,
                    "expected " + what + ", which begins with " + LENGTH + " bytes of preamble, found only "
                            + in.remaining());
        }
        int magic = word32(in, what);
        if (magic != MAGIC) {
            throw in.malformed(
                    at,
                    "expected " + what + ", which begins with the bytes 00 61 73 6d, found "
                            + String.format(
                                    "%02x %02x %02x %02x",
                                    magic >>> 24, magic >>> 16 & 0xFF, magic >>> 8 & 0xFF, magic & 0xFF));
        }
        return word32(in, what);
    }

    private static int word32(BinaryReader in, String what) {
        return in.u8(what) << 24 | in.u8(what) << 16 | in.u8(what) << 8 | in.u8(what);
    }

    /** A number of two bytes whose lower byte comes first. */
    private static String word(int inFileOrder) {
        return String.format("%02x%02x", inFileOrder & 0xFF, inFileOrder >>> 8 & 0xFF);
    }

    /** Text begins with a parenthesis or a comment, perhaps after a byte order mark and white space. */
    private static boolean isText(BinaryReader in) {
        int at = in.position();
        BinaryReader look = in.ahead();
        while (look.remaining() > 0) {
            int next = look.u8("text");
            boolean mark = look.position() - at <= 3 && (next == 0xEF || next == 0xBB || next == 0xBF);
            if (next == ';') {
                return look.remaining() > 0 && look.u8("text") == ';';
            }
            if (next == '(') {
                return true;
            }
            if (!mark && next != ' ' && next != '\t' && next != '\r' && next != '\n') {
                return false;
            }
        }
        return false;
    }
}
