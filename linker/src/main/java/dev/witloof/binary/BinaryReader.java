package dev.witloof.binary;

import dev.witloof.component.Slice;
import dev.witloof.error.MalformedException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A cursor over the input. It never reads beyond its limit, the end of the section or component that is being read, and
 * knows the path to what it reads, so that each error says where it is.
 *
 * <p>Each method takes the words for what it reads; errors read {@code expected <what>, found …}.
 *
 * @see <a href="https://webassembly.github.io/spec/core/binary/values.html">Core: values</a>
 */
final class BinaryReader {

    /** How deep components, and types within a type, may nest. Deeper ones come from no tool, and would use up the stack. */
    static final int MAX_NESTING = 100;

    private final byte[] bytes;
    private final DecodingPath path = new DecodingPath();
    private int position;
    private int limit;
    private String limitName = "input";
    private int typeNesting;
    private int componentNesting;

    BinaryReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    BinaryReader(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.position = from;
        this.limit = to;
    }

    int position() {
        return position;
    }

    int remaining() {
        return limit - position;
    }

    DecodingPath path() {
        return path;
    }

    /** The input from {@code from} to here. */
    Slice sliceFrom(int from) {
        return new Slice(bytes, from, position - from);
    }

    /** Takes the next {@code length} bytes unread. */
    Slice slice(int length, String what) {
        require(length, what);
        Slice slice = new Slice(bytes, position, length);
        position += length;
        return slice;
    }

    /** A reader of its own for a part of the same input, whose errors have no path. */
    BinaryReader over(Slice part) {
        return new BinaryReader(bytes, part.offset(), part.offset() + part.length());
    }

    /** A reader of its own for all that is left; this one stays where it is. */
    BinaryReader ahead() {
        return new BinaryReader(bytes, position, limit);
    }

    MalformedException malformed(int at, String reason) {
        return new MalformedException(path.toString(), at, reason);
    }

    /** An error at the byte that was read last. */
    MalformedException unexpected(String what, int found) {
        return malformed(position - 1, "expected " + what + ", found 0x" + String.format("%02x", found));
    }

    private MalformedException ended(String what) {
        return malformed(limit, "expected " + what + ", found the end of the " + limitName);
    }

    private void require(int length, String what) {
        if (length < 0 || length > remaining()) {
            throw malformed(
                    position,
                    "expected " + what + " of " + bytes(length) + ", found the end of the " + limitName + " after "
                            + remaining());
        }
    }

    private static String bytes(int count) {
        return count == 1 ? "1 byte" : Integer.toUnsignedString(count) + " bytes";
    }

    /** The next byte, which stays unread. */
    int peek(String what) {
        if (position >= limit) {
            throw ended(what);
        }
        return bytes[position] & 0xFF;
    }

    /** One byte, from 0 to 255. */
    int u8(String what) {
        int value = peek(what);
        position++;
        return value;
    }

    /** A byte that can only be this one. */
    void expect(int value, String what) {
        int found = u8(what);
        if (found != value) {
            throw unexpected(what, found);
        }
    }

    /** A byte that is 0 for false or 1 for true. */
    boolean flag(String what) {
        int found = u8(what);
        if (found > 1) {
            throw unexpected(what, found);
        }
        return found == 1;
    }

    /** A {@code u32} in LEB128; its bits as an {@code int}, to be read unsigned. */
    int u32(String what) {
        return (int) unsigned(32, what);
    }

    /** A {@code u64} in LEB128; its bits as a {@code long}, to be read unsigned. */
    long u64(String what) {
        return unsigned(64, what);
    }

    long unsigned(int bits, String what) {
        int from = position;
        long value = 0;
        for (int shift = 0; shift < bits; shift += 7) {
            int next = u8(what);
            if (shift + 7 > bits && next >= 0x80) {
                throw tooLong(from, bits, what);
            }
            if (shift + 7 > bits && next >>> (bits - shift) != 0) {
                throw tooLarge(from, bits, what);
            }
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                break;
            }
        }
        return value;
    }

    /** A signed number of 16 to 64 bits in LEB128. */
    long signed(int bits, String what) {
        int from = position;
        long value = 0;
        for (int shift = 0; shift < bits; shift += 7) {
            int next = u8(what);
            if (shift + 7 > bits) {
                if (next >= 0x80) {
                    throw tooLong(from, bits, what);
                }
                // All bits above the sign must repeat it.
                int above = next << 25 >> 25 >> (bits - shift - 1);
                if (above != 0 && above != -1) {
                    throw tooLarge(from, bits, what);
                }
            }
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                int used = Math.min(shift + 7, 64);
                value = value << 64 - used >> 64 - used;
                break;
            }
        }
        return value;
    }

    private MalformedException tooLong(int from, int bits, String what) {
        return malformed(from, "expected " + what + ", found a number of more than " + (bits + 6) / 7 + " bytes");
    }

    private MalformedException tooLarge(int from, int bits, String what) {
        return malformed(from, "expected " + what + ", found a number that does not fit in " + bits + " bits");
    }

    /** A length and so many bytes of UTF-8. */
    String name(String what) {
        int length = u32("the length of " + what);
        return utf8(length, what);
    }

    /** So many bytes of UTF-8. */
    String utf8(int length, String what) {
        require(length, what);
        int from = position;
        position += length;
        boolean ascii = true;
        for (int i = from; i < position && ascii; i++) {
            ascii = bytes[i] >= 0;
        }
        if (ascii) {
            return new String(bytes, from, length, StandardCharsets.US_ASCII);
        }
        CharsetDecoder utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, length);
        CharBuffer out = CharBuffer.allocate(length);
        CoderResult result = utf8.decode(in, out, true);
        if (result.isError()) {
            throw malformed(in.position(), "expected " + what + " in UTF-8, found bytes that are not");
        }
        return out.flip().toString();
    }

    /**
     * A vector: its length and so many items. A length that cannot fit in the bytes left, when each item takes one at
     * least, is refused before anything is allocated for it.
     *
     * @param item the word for one item in the path
     * @param items the words for all of them
     */
    <T> List<T> vec(String item, String items, Supplier<T> decoder) {
        int count = count(items);
        List<T> list = new ArrayList<>(Math.min(count, 16));
        for (int i = 0; i < count; i++) {
            path.enter(item, i);
            list.add(decoder.get());
            path.leave();
        }
        return list;
    }

    /** The length of a vector, no more than there are bytes left. */
    int count(String items) {
        int from = position;
        int count = u32("the number of " + items);
        if (count < 0 || count > remaining()) {
            throw malformed(
                    from,
                    "expected " + items + " in the " + bytes(remaining()) + " left of the " + limitName + ", found "
                            + Integer.toUnsignedString(count) + " announced");
        }
        return count;
    }

    /** {@code <T>?}: nothing, or a value. */
    <T> Optional<T> optional(String what, Supplier<T> decoder) {
        return flag("0x00 for no " + what + " or 0x01 for one") ? Optional.of(decoder.get()) : Optional.empty();
    }

    /** Reads the next {@code length} bytes, and reads all of them. */
    <T> T within(int length, String name, String consumers, Supplier<T> decoder) {
        require(length, "the " + name);
        int outerLimit = limit;
        String outerName = limitName;
        limit = position + length;
        limitName = name;
        T value = decoder.get();
        if (position != limit) {
            throw malformed(
                    position,
                    "expected the end of the " + name + " after its " + consumers + ", found " + remaining()
                            + (remaining() == 1 ? " more byte" : " more bytes"));
        }
        limit = outerLimit;
        limitName = outerName;
        return value;
    }

    /** Reads a type that stands within others, if those are not too many. */
    <T> T nestedType(Supplier<T> decoder) {
        if (typeNesting++ == MAX_NESTING) {
            throw malformed(position - 1, "expected types nested at most " + MAX_NESTING + " deep, found one deeper");
        }
        T value = decoder.get();
        typeNesting--;
        return value;
    }

    /** Reads a component that stands within others, if those are not too many. */
    <T> T nestedComponent(Supplier<T> decoder) {
        if (componentNesting++ == MAX_NESTING) {
            throw malformed(position, "expected components nested at most " + MAX_NESTING + " deep, found one deeper");
        }
        T value = decoder.get();
        componentNesting--;
        return value;
    }
}
