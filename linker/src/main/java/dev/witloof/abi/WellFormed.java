package dev.witloof.abi;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Java strings without unpaired surrogates: those become U+FFFD, as on the web.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#storing">CanonicalABI: storing</a>
 */
final class WellFormed {

    private static final long QUESTION_MARKS = 0x3F3F_3F3F_3F3F_3F3FL;
    private static final long LOW_BITS = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private WellFormed() {}

    /** The same string if it has no unpaired surrogate. */
    static String of(String string) {
        int at = unpaired(string, 0);
        if (at < 0) {
            return string;
        }
        StringBuilder text = new StringBuilder(string);
        for (; at >= 0; at = unpaired(string, at + 1)) {
            text.setCharAt(at, '\uFFFD');
        }
        return text.toString();
    }

    /** The UTF-8 of a string. */
    static byte[] utf8(String string) {
        byte[] bytes = string.getBytes(UTF_8);
        // The JDK puts a question mark for an unpaired surrogate. Where there is none, as nearly always, we are done.
        if (bytes.length == string.length() && !hasQuestionMark(bytes)) {
            return bytes;
        }
        String wellFormed = of(string);
        return wellFormed == string ? bytes : wellFormed.getBytes(UTF_8);
    }

    private static int unpaired(String string, int from) {
        int length = string.length();
        for (int i = from; i < length; i++) {
            char c = string.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c) || i + 1 == length || !Character.isLowSurrogate(string.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    private static boolean hasQuestionMark(byte[] bytes) {
        int i = 0;
        for (; i <= bytes.length - 4 * Long.BYTES; i += 4 * Long.BYTES) {
            long found = questionMarks(LittleEndian.getLong(bytes, i))
                    | questionMarks(LittleEndian.getLong(bytes, i + 8))
                    | questionMarks(LittleEndian.getLong(bytes, i + 16))
                    | questionMarks(LittleEndian.getLong(bytes, i + 24));
            if (found != 0) {
                return true;
            }
        }
        for (; i < bytes.length; i++) {
            if (bytes[i] == '?') {
                return true;
            }
        }
        return false;
    }

    /** Not 0 if one of eight bytes is a question mark: subtracting 1 borrows into the high bit of one that is 0. */
    private static long questionMarks(long eightBytes) {
        long zeroWhereFound = eightBytes ^ QUESTION_MARKS;
        return zeroWhereFound - LOW_BITS & ~zeroWhereFound & HIGH_BITS;
    }
}
