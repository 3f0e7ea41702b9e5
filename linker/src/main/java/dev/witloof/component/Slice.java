package dev.witloof.component;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * A stretch of the input: what is nested in a component is kept where it stands, not copied. The bytes must not be
 * changed by whoever holds the input. Two slices are equal if they are the same stretch of the same array.
 */
public final class Slice {

    private final byte[] bytes;
    private final int offset;
    private final int length;

    /**
     * A stretch of {@code bytes}.
     *
     * @throws IndexOutOfBoundsException if it does not lie within the array
     */
    public Slice(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.offset = Objects.checkFromIndexSize(offset, length, bytes.length);
        this.length = length;
    }

    /** The input that this is a part of. Nobody may change it. */
    public byte[] array() {
        return bytes;
    }

    /** Where it begins, in bytes from the start of the outermost input. */
    public int offset() {
        return offset;
    }

    /** How many bytes it has. */
    public int length() {
        return length;
    }

    /**
     * One of its bytes, from 0 to 255.
     *
     * @throws IndexOutOfBoundsException if there is no such byte
     */
    public int at(int index) {
        return bytes[offset + Objects.checkIndex(index, length)] & 0xFF;
    }

    /** The bytes as a stream, read in place. */
    public InputStream open() {
        return new ByteArrayInputStream(bytes, offset, length);
    }

    /** A copy of the bytes. */
    public byte[] toByteArray() {
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Slice
                && ((Slice) other).bytes == bytes
                && ((Slice) other).offset == offset
                && ((Slice) other).length == length;
    }

    @Override
    public int hashCode() {
        return 31 * offset + length;
    }

    /** {@code 0x1f..0x2e}: the offsets of the first byte and of the byte after the last. */
    @Override
    public String toString() {
        return "0x" + Integer.toHexString(offset) + "..0x" + Integer.toHexString(offset + length);
    }
}
