package dev.witloof.core;

import com.dylibso.chicory.runtime.Memory;
import dev.witloof.error.UninstantiableException;
import dev.witloof.type.CoreExternType;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A linear memory: little-endian bytes in one array, at most 32,767 pages of 64 KiB. An address is an unsigned 32-bit
 * number in an {@code int}; every access is checked and traps with {@code out of bounds memory access}, as a
 * {@link dev.witloof.error.TrapException}.
 */
public final class CoreMemory implements CoreExtern {

    private final MemoryBytes bytes;
    private final LinearMemory view;
    private final OptionalLong max;

    CoreMemory(LinearMemory view, OptionalLong max) {
        this.bytes = view.memoryBytes();
        this.view = view;
        this.max = max;
    }

    /**
     * A new memory of zero bytes.
     *
     * @throws UninstantiableException if it is larger than one Java array or than the heap
     */
    public static CoreMemory of(CoreExternType.Memory type) {
        return new CoreMemory(
                new LinearMemory(allocate("memory", type)), type.limits().max());
    }

    /** The bytes of a new memory; {@code what} names it in errors. */
    static MemoryBytes allocate(String what, CoreExternType.Memory type) {
        long min = type.limits().min();
        if (type.limits().address64() || min < 0 || min > MemoryBytes.MOST_PAGES) {
            throw tooLarge(what, type);
        }
        long max = Math.min(type.limits().max().orElse(MemoryBytes.MOST_PAGES), MemoryBytes.MOST_PAGES);
        try {
            return new MemoryBytes((int) min, (int) max, type.shared());
        } catch (OutOfMemoryError noRoom) {
            throw new UninstantiableException(
                    what + ": expected room for " + (type.shared() ? max : min) + " pages of 64 KiB, found a full heap",
                    noRoom);
        }
    }

    static UninstantiableException tooLarge(String what, CoreExternType.Memory type) {
        return new UninstantiableException(
                what + ": expected at most " + MemoryBytes.MOST_PAGES + " pages of 64 KiB, found " + type.limits(),
                null);
    }

    @Override
    public CoreExternType.Memory type() {
        return new CoreExternType.Memory(
                new CoreExternType.Limits(bytes.size() / Memory.PAGE_SIZE, max, false), bytes.isThreadShared());
    }

    /** The size now, in bytes. */
    public int size() {
        return bytes.size();
    }

    /** The bytes themselves, perhaps more than {@link #size()}; valid until guest code runs again. */
    public byte[] array() {
        return bytes.array();
    }

    /** The byte at an address. */
    public byte getByte(int address) {
        return view.read(address);
    }

    /** Two bytes from an address on. */
    public short getShort(int address) {
        return view.readShort(address);
    }

    /** Four bytes from an address on. */
    public int getInt(int address) {
        return view.readInt(address);
    }

    /** Eight bytes from an address on. */
    public long getLong(int address) {
        return view.readLong(address);
    }

    /** Sets the byte at an address. */
    public void putByte(int address, byte value) {
        view.writeByte(address, value);
    }

    /** Sets two bytes. */
    public void putShort(int address, short value) {
        view.writeShort(address, value);
    }

    /** Sets four bytes. */
    public void putInt(int address, int value) {
        view.writeI32(address, value);
    }

    /** Sets eight bytes. */
    public void putLong(int address, long value) {
        view.writeLong(address, value);
    }

    /** Copies from this memory into an array. */
    public void read(int address, byte[] to, int at, int length) {
        view.read(address, to, at, length);
    }

    /** Copies from an array into this memory. */
    public void write(int address, byte[] from, int at, int length) {
        Objects.checkFromIndexSize(at, length, from.length);
        view.write(address, from, at, length);
    }

    /** Copies within this memory; the ranges may overlap. */
    public void copy(int to, int from, int length) {
        view.copy(to, from, length);
    }

    MemoryBytes bytes() {
        return bytes;
    }
}
