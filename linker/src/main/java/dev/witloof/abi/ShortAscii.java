package dev.witloof.abi;

/**
 * Short strings of ASCII characters, as most strings are. They cross without an array in between and without the JDK's
 * coders, whose start costs more than so few characters; from some length on these are faster, since they take many
 * characters at a time.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#loading">CanonicalABI: loading</a>
 */
final class ShortAscii {

    private static final int MAX_LENGTH = 64;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private ShortAscii() {}

    /** Whether a string is one. */
    static boolean is(String string) {
        int length = string.length();
        if (length > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (string.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Whether some bytes are one. */
    static boolean is(byte[] bytes, int begin, int length) {
        if (length > MAX_LENGTH) {
            return false;
        }
        int at = begin;
        int end = begin + length;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            if ((LittleEndian.getLong(bytes, at) & HIGH_BITS) != 0) {
                return false;
            }
        }
        for (; at < end; at++) {
            if (bytes[at] < 0) {
                return false;
            }
        }
        return true;
    }

    /** The string of such bytes. */
    @SuppressWarnings("deprecation") // because it takes bytes for characters, which these are
    static String load(byte[] bytes, int begin, int length) {
        return new String(bytes, 0, begin, length);
    }

    /** Writes the bytes of such a string. */
    @SuppressWarnings("deprecation") // because it leaves out high bytes, which here are 0
    static void store(String string, byte[] bytes, int begin) {
        string.getBytes(0, string.length(), bytes, begin);
    }
}
