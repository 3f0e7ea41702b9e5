package dev.witloof.abi;

import static dev.witloof.abi.StringStoring.isLatin1;
import static dev.witloof.abi.StringStoring.putUtf16;
import static dev.witloof.abi.StringStoring.requireLength;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Strings that come from one encoding into memory of another: first a guess at the size, then, where the guess was too
 * small, the worst case, then the rest given back. A guest that counts its allocations sees exactly the calls that the
 * specification lists.
 *
 * <p>All strings here are without unpaired surrogates.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#storing">CanonicalABI: store_string_into_range</a>
 */
final class StringTranscoding {

    private StringTranscoding() {}

    /** Stores strings that are said to be in {@code from}. */
    static RangeStorer of(StringEncoding from, StringEncoding to) {
        return switch (to) {
            case UTF8 ->
                switch (from) {
                    case UTF8 -> throw same(to);
                    case UTF16 -> (cx, value) -> toUtf8(cx, (String) value, 3);
                    case LATIN1_UTF16 -> (cx, value) -> toUtf8(cx, (String) value, isLatin1((String) value) ? 2 : 3);
                };
            case UTF16 ->
                switch (from) {
                    case UTF8 -> (cx, value) -> utf8ToUtf16(cx, (String) value, utf8Length(value));
                    case UTF16 -> throw same(to);
                    case LATIN1_UTF16 -> (cx, value) -> StringStoring.storeUtf16(cx, (String) value);
                };
            case LATIN1_UTF16 ->
                switch (from) {
                    case UTF8 -> (cx, value) -> toLatin1OrUtf16(cx, (String) value, utf8Length(value));
                    case UTF16 -> (cx, value) -> toLatin1OrUtf16(cx, (String) value, ((String) value).length());
                    case LATIN1_UTF16 -> throw same(to);
                };
        };
    }

    private static IllegalArgumentException same(StringEncoding encoding) {
        return new IllegalArgumentException("transcoding: expected two encodings, found " + encoding + " twice");
    }

    private static int utf8Length(@Nullable Object value) {
        return ((String) Objects.requireNonNull(value)).getBytes(UTF_8).length;
    }

    /** {@code store_string_to_utf8}; a string is no longer than an {@code int} can say of its worst case. */
    static long toUtf8(LiftLowerContext cx, String string, int worstFactor) {
        int units = string.length();
        int begin = cx.allocate(1, requireLength(units));
        int ascii = 0;
        byte[] bytes = cx.bytes();
        while (ascii < units && string.charAt(ascii) < 0x80) {
            bytes[begin + ascii] = (byte) string.charAt(ascii);
            ascii++;
        }
        if (ascii == units) {
            return RangeStorer.range(begin, units);
        }
        int worst = units * worstFactor;
        begin = cx.reallocate(begin, units, 1, worst);
        byte[] encoded = string.getBytes(UTF_8);
        System.arraycopy(encoded, ascii, cx.bytes(), begin + ascii, encoded.length - ascii);
        if (worst > encoded.length) {
            begin = cx.reallocate(begin, worst, 1, encoded.length);
        }
        return RangeStorer.range(begin, encoded.length);
    }

    /** {@code store_utf8_to_utf16}; {@code units} are the bytes that the string comes from. */
    static long utf8ToUtf16(LiftLowerContext cx, String string, int units) {
        int worst = 2 * requireLength(units);
        int begin = cx.allocate(2, worst);
        putUtf16(cx.bytes(), begin, string);
        int byteLength = 2 * string.length();
        if (byteLength < worst) {
            begin = cx.reallocate(begin, worst, 2, byteLength);
        }
        return RangeStorer.range(begin, string.length());
    }

    /** {@code store_string_to_latin1_or_utf16}; {@code units} are those of the encoding that the string comes from. */
    static long toLatin1OrUtf16(LiftLowerContext cx, String string, int units) {
        int begin = cx.allocate(2, requireLength(units));
        byte[] bytes = cx.bytes();
        int latin1 = 0;
        while (latin1 < string.length() && string.charAt(latin1) <= 0xFF) {
            bytes[begin + latin1] = (byte) string.charAt(latin1);
            latin1++;
        }
        if (latin1 == string.length()) {
            if (latin1 < units) {
                begin = cx.reallocate(begin, units, 2, latin1);
            }
            return RangeStorer.range(begin, latin1);
        }
        int worst = 2 * units;
        begin = cx.reallocate(begin, units, 2, worst);
        // The bytes so far widened in place, and the rest after them: the same as all of it once more.
        putUtf16(cx.bytes(), begin, string);
        int byteLength = 2 * string.length();
        if (byteLength < worst) {
            begin = cx.reallocate(begin, worst, 2, byteLength);
        }
        return RangeStorer.range(begin, string.length() | StringLoading.UTF16_TAG);
    }
}
