package dev.witloof.abi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.jspecify.annotations.Nullable;

/**
 * Strings into memory. The specification's order of {@code realloc} calls depends on the encoding that a string comes
 * from. One from Java has no such encoding, so it counts as one in the guest's own: each {@code store…} here is the
 * specification's plain copy, one allocation of the exact size. What it does for strings from another encoding is
 * {@link StringTranscoding}.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#storing">CanonicalABI: store_string_into_range</a>
 */
public final class StringStoring {

    private StringStoring() {}

    static RangeStorer of(LiftLowerOptions options) {
        StringEncoding encoding = options.encoding();
        if (options.sourceEncoding() != encoding) {
            RangeStorer transcoding = StringTranscoding.of(options.sourceEncoding(), encoding);
            return (cx, value) -> transcoding.store(cx, WellFormed.of(string(value)));
        }
        return switch (encoding) {
            case UTF8 -> (cx, value) -> storeUtf8(cx, string(value));
            case UTF16 -> (cx, value) -> storeUtf16(cx, string(value));
            case LATIN1_UTF16 -> (cx, value) -> storeLatin1OrUtf16(cx, string(value));
        };
    }

    private static String string(@Nullable Object value) {
        if (value instanceof String string) {
            return string;
        }
        if (value instanceof CharSequence text) {
            return text.toString();
        }
        throw UnfitValueException.found("string", value);
    }

    /**
     * Stores a string as UTF-8.
     *
     * @return the address in the lower half, the length in bytes in the upper
     * @throws IllegalArgumentException if the string is longer than the specification allows
     */
    public static long storeUtf8(LiftLowerContext cx, String string) {
        if (!ShortAscii.is(string)) {
            return copy(cx, WellFormed.utf8(string), 1);
        }
        int begin = cx.allocate(1, string.length());
        ShortAscii.store(string, cx.bytes(), begin);
        return RangeStorer.range(begin, string.length());
    }

    /**
     * Stores a string as UTF-16.
     *
     * @return the address in the lower half, the length in code units in the upper
     * @throws IllegalArgumentException if the string is longer than the specification allows
     */
    public static long storeUtf16(LiftLowerContext cx, String string) {
        int begin = cx.allocate(2, requireLength(2L * string.length()));
        putUtf16(cx.bytes(), begin, WellFormed.of(string));
        return RangeStorer.range(begin, string.length());
    }

    /**
     * Stores a string as Latin-1 if it has no other characters, else as UTF-16.
     *
     * @return the address in the lower half, the length in the upper: in bytes, or in code units with the highest bit
     *     set
     * @throws IllegalArgumentException if the string is longer than the specification allows
     */
    public static long storeLatin1OrUtf16(LiftLowerContext cx, String string) {
        return isLatin1(string)
                ? copy(cx, string.getBytes(ISO_8859_1), 2)
                : storeUtf16(cx, string) | (long) StringLoading.UTF16_TAG << 32;
    }

    private static long copy(LiftLowerContext cx, byte[] encoded, int alignment) {
        int begin = cx.allocate(alignment, requireLength(encoded.length));
        System.arraycopy(encoded, 0, cx.bytes(), begin, encoded.length);
        return RangeStorer.range(begin, encoded.length);
    }

    static int requireLength(long byteLength) {
        if (byteLength > StringLoading.MAX_STRING_BYTE_LENGTH) {
            throw new UnfitValueException("expected a string of at most " + StringLoading.MAX_STRING_BYTE_LENGTH
                    + " bytes, found one of " + byteLength);
        }
        return (int) byteLength;
    }

    static void putUtf16(byte[] bytes, int at, String string) {
        for (int i = 0; i < string.length(); i++) {
            LittleEndian.putShort(bytes, at + 2 * i, (short) string.charAt(i));
        }
    }

    static boolean isLatin1(String string) {
        for (int i = 0; i < string.length(); i++) {
            if (string.charAt(i) > 0xFF) {
                return false;
            }
        }
        return true;
    }
}
