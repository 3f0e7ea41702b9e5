package dev.witloof.abi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.witloof.error.TrapException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/**
 * Strings out of memory, each in one pass of the JDK's own decoders.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#loading">CanonicalABI: load_string_from_range</a>
 */
public final class StringLoading {

    /** The longest string, in bytes. */
    static final int MAX_STRING_BYTE_LENGTH = (1 << 28) - 1;

    /** The bit of a length that says UTF-16, for {@link StringEncoding#LATIN1_UTF16}. */
    static final int UTF16_TAG = 1 << 31;

    private static final char REPLACEMENT = '\uFFFD';

    private StringLoading() {}

    static RangeLoader of(StringEncoding encoding) {
        return switch (encoding) {
            case UTF8 -> StringLoading::loadUtf8;
            case UTF16 -> StringLoading::loadUtf16;
            case LATIN1_UTF16 -> StringLoading::loadLatin1OrUtf16;
        };
    }

    /**
     * The string of some UTF-8 bytes.
     *
     * @param begin the address
     * @param length in bytes, unsigned
     * @throws TrapException if they are too many, not within the memory or not UTF-8
     */
    public static String loadUtf8(LiftLowerContext cx, int begin, int length) {
        requireLength(Integer.toUnsignedLong(length));
        cx.requireRange("string", begin, 1, length);
        cx.countLifted("string", length);
        byte[] bytes = cx.bytes();
        return ShortAscii.is(bytes, begin, length) ? ShortAscii.load(bytes, begin, length) : utf8(bytes, begin, length);
    }

    /**
     * The string of some UTF-16 code units.
     *
     * @param begin the address
     * @param length in code units, unsigned
     * @throws TrapException if they are too many, not aligned, not within the memory or not UTF-16
     */
    public static String loadUtf16(LiftLowerContext cx, int begin, int length) {
        long byteLength = 2 * Integer.toUnsignedLong(length);
        requireLength(byteLength);
        cx.requireRange("string", begin, 2, byteLength);
        cx.countLifted("string", byteLength);
        return utf16(cx.bytes(), begin, (int) byteLength);
    }

    /**
     * The string of some Latin-1 bytes, or of UTF-16 code units where the length is tagged.
     *
     * @param begin the address
     * @param length in bytes, or in code units with the highest bit set
     * @throws TrapException if they are too many, not aligned, not within the memory or not UTF-16
     */
    public static String loadLatin1OrUtf16(LiftLowerContext cx, int begin, int length) {
        if ((length & UTF16_TAG) != 0) {
            return loadUtf16(cx, begin, length ^ UTF16_TAG);
        }
        requireLength(length);
        cx.requireRange("string", begin, 2, length);
        cx.countLifted("string", length);
        return new String(cx.bytes(), begin, length, ISO_8859_1);
    }

    static void requireLength(long byteLength) {
        if (byteLength > MAX_STRING_BYTE_LENGTH) {
            throw new TrapException(
                    "string: expected at most " + MAX_STRING_BYTE_LENGTH + " bytes, found " + byteLength);
        }
    }

    /**
     * The JDK's decoder is the fastest way, but puts U+FFFD for what is malformed. So only a string that has U+FFFD in
     * it needs to be decoded again, strictly; the search is free for those that the JDK keeps as Latin-1.
     */
    private static String utf8(byte[] bytes, int begin, int length) {
        String string = new String(bytes, begin, length, UTF_8);
        if (string.indexOf(REPLACEMENT) < 0) {
            return string;
        }
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, begin, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw notUtf8(e);
        }
    }

    private static String utf16(byte[] bytes, int begin, int byteLength) {
        String string = new String(bytes, begin, byteLength, UTF_16LE);
        if (string.indexOf(REPLACEMENT) < 0) {
            return string;
        }
        try {
            return UTF_16LE.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, begin, byteLength))
                    .toString();
        } catch (CharacterCodingException e) {
            throw notUtf16(e);
        }
    }

    static TrapException notUtf8(@Nullable CharacterCodingException cause) {
        return new TrapException("string: expected UTF-8, found bytes that are not", cause);
    }

    static TrapException notUtf16(@Nullable CharacterCodingException cause) {
        return new TrapException("string: expected UTF-16, found an unpaired surrogate", cause);
    }
}
