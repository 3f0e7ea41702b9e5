package dev.witloof.abi;

import dev.witloof.error.TrapException;

/**
 * Whether bytes in memory are a string, without making a Java string of them. The messages are those of
 * {@link StringLoading}.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#loading">CanonicalABI: load_string_from_range</a>
 */
final class StringChecking {

    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private StringChecking() {}

    /**
     * Checks some UTF-8 bytes.
     *
     * @throws TrapException if they are too many, not within the memory or not UTF-8
     */
    static void requireUtf8(LiftLowerContext cx, int begin, int length) {
        StringLoading.requireLength(Integer.toUnsignedLong(length));
        cx.requireRange("string", begin, 1, length);
        cx.countLifted("string", length);
        if (!isUtf8(cx.bytes(), begin, begin + length)) {
            throw StringLoading.notUtf8(null);
        }
    }

    /**
     * Checks some UTF-16 code units.
     *
     * @throws TrapException if they are too many, not aligned, not within the memory or not UTF-16
     */
    static void requireUtf16(LiftLowerContext cx, int begin, int length) {
        long byteLength = 2 * Integer.toUnsignedLong(length);
        StringLoading.requireLength(byteLength);
        cx.requireRange("string", begin, 2, byteLength);
        cx.countLifted("string", byteLength);
        if (!isUtf16(cx.bytes(), begin, begin + (int) byteLength)) {
            throw StringLoading.notUtf16(null);
        }
    }

    /**
     * Checks some Latin-1 bytes, or UTF-16 code units where the length is tagged.
     *
     * @throws TrapException if they are too many, not aligned, not within the memory or not UTF-16
     */
    static void requireLatin1OrUtf16(LiftLowerContext cx, int begin, int length) {
        if ((length & StringLoading.UTF16_TAG) != 0) {
            requireUtf16(cx, begin, length ^ StringLoading.UTF16_TAG);
            return;
        }
        StringLoading.requireLength(length);
        cx.requireRange("string", begin, 2, length);
        cx.countLifted("string", length);
    }

    /** Whether the bytes up to {@code end} are UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF. */
    static boolean isUtf8(byte[] bytes, int begin, int end) {
        int at = begin;
        while (true) {
            while (end - at >= Long.BYTES && (LittleEndian.getLong(bytes, at) & HIGH_BITS) == 0) {
                at += Long.BYTES;
            }
            if (at == end) {
                return true;
            }
            int length = bytes[at] >= 0 ? 1 : sequence(bytes, at, end);
            if (length == 0) {
                return false;
            }
            at += length;
        }
    }

    /** The length of a sequence of more than one byte; 0 if it is malformed. */
    private static int sequence(byte[] bytes, int at, int end) {
        int lead = bytes[at] & 0xFF;
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (lead < 0xC2 || lead > 0xF4 || end - at < length) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < least || second > most) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /** Whether the code units up to {@code end} are UTF-16: every surrogate has its other half. */
    private static boolean isUtf16(byte[] bytes, int begin, int end) {
        for (int at = begin; at < end; at += 2) {
            char unit = (char) LittleEndian.getShort(bytes, at);
            if (Character.isSurrogate(unit)) {
                at += 2;
                if (Character.isLowSurrogate(unit)
                        || at == end
                        || !Character.isLowSurrogate((char) LittleEndian.getShort(bytes, at))) {
                    return false;
                }
            }
        }
        return true;
    }
}
