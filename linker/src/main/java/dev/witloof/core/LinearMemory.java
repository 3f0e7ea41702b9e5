package dev.witloof.core;

import static com.dylibso.chicory.runtime.ConstantEvaluators.computeConstantValue;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.types.ActiveDataSegment;
import com.dylibso.chicory.wasm.types.DataSegment;
import com.dylibso.chicory.wasm.types.PassiveDataSegment;
import dev.witloof.error.TrapException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A linear memory as one instance sees it: the bytes of a {@link CoreMemory}, and the data segments of that
 * instance. The engine keeps the segments in the memory; a view for each instance keeps those of the exporter from
 * being overwritten by an importer's.
 *
 * <p>The array is contiguous and may be longer than the memory, so that growing is cheap. Every access is checked
 * against the memory's size: an address is an unsigned 32-bit number in an {@code int}, and since no memory here is
 * larger than 2 GiB, whatever is negative is out of bounds.
 */
final class LinearMemory implements Memory {

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FLOAT = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle DOUBLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    private final CoreMemory shared;
    /** Those of the instance itself, which drops segments by writing into this array. */
    private DataSegment[] segments = {};
    /** A copy of what {@link CoreMemory} holds, one step nearer; it is told when the memory grows. */
    private byte[] bytes;

    private int size;

    /** For {@link CoreMemory} to make. */
    LinearMemory(CoreMemory shared) {
        this.shared = shared;
        this.bytes = shared.array();
        this.size = shared.size();
    }

    CoreMemory memory() {
        return shared;
    }

    void resized(byte[] array, int newSize) {
        this.bytes = array;
        this.size = newSize;
    }

    private void check(int address, int length) {
        if (address < 0 || address > size - length) {
            throw outOfBounds();
        }
    }

    private void checkRange(int address, int length) {
        if ((address | length) < 0 || address > size - length) {
            throw outOfBounds();
        }
    }

    private static TrapException outOfBounds() {
        return new TrapException("out of bounds memory access");
    }

    @Override
    public byte read(int address) {
        check(address, 1);
        return bytes[address];
    }

    @Override
    public short readShort(int address) {
        check(address, 2);
        return (short) SHORT.get(bytes, address);
    }

    @Override
    public int readInt(int address) {
        check(address, 4);
        return (int) INT.get(bytes, address);
    }

    @Override
    public long readLong(int address) {
        check(address, 8);
        return (long) LONG.get(bytes, address);
    }

    @Override
    public float readFloat(int address) {
        check(address, 4);
        return (float) FLOAT.get(bytes, address);
    }

    @Override
    public double readDouble(int address) {
        check(address, 8);
        return (double) DOUBLE.get(bytes, address);
    }

    @Override
    public long readU16(int address) {
        return Short.toUnsignedLong(readShort(address));
    }

    @Override
    public long readF32(int address) {
        return readInt(address);
    }

    @Override
    public long readF64(int address) {
        return readLong(address);
    }

    @Override
    public void writeByte(int address, byte value) {
        check(address, 1);
        bytes[address] = value;
    }

    @Override
    public void writeShort(int address, short value) {
        check(address, 2);
        SHORT.set(bytes, address, value);
    }

    @Override
    public void writeI32(int address, int value) {
        check(address, 4);
        INT.set(bytes, address, value);
    }

    @Override
    public void writeLong(int address, long value) {
        check(address, 8);
        LONG.set(bytes, address, value);
    }

    @Override
    public void writeF32(int address, float value) {
        check(address, 4);
        FLOAT.set(bytes, address, value);
    }

    @Override
    public void writeF64(int address, double value) {
        check(address, 8);
        DOUBLE.set(bytes, address, value);
    }

    @Override
    public byte[] readBytes(int address, int length) {
        checkRange(address, length);
        return Arrays.copyOfRange(bytes, address, address + length);
    }

    /** Copies into an array of the host, whose own bounds are the host's business. */
    void read(int address, byte[] to, int at, int length) {
        checkRange(address, length);
        System.arraycopy(bytes, address, to, at, length);
    }

    @Override
    public void write(int address, byte[] data, int offset, int length) {
        checkRange(address, length);
        if ((offset | length) < 0 || offset > data.length - length) {
            throw outOfBounds();
        }
        System.arraycopy(data, offset, bytes, address, length);
    }

    @Override
    public void copy(int to, int from, int length) {
        checkRange(from, length);
        checkRange(to, length);
        if (length <= Interrupts.CHUNK) {
            System.arraycopy(bytes, from, bytes, to, length);
        } else {
            copyInChunks(to, from, length);
        }
    }

    private void copyInChunks(int to, int from, int length) {
        for (int done = 0; done < length; done += Math.min(Interrupts.CHUNK, length - done)) {
            int size = Math.min(Interrupts.CHUNK, length - done);
            // From the end that is not overwritten before it has been copied.
            int at = to <= from ? done : length - done - size;
            System.arraycopy(bytes, from + at, bytes, to + at, size);
            Interrupts.poll();
        }
    }

    @Override
    public void fill(byte value, int from, int to) {
        // The engine adds address and length in 32 bits; an overflow shows as an end before the start.
        if (from < 0 || to < from || to > size) {
            throw outOfBounds();
        }
        if (to - from <= Interrupts.CHUNK) {
            Arrays.fill(bytes, from, to, value);
            return;
        }
        for (int at = from; at < to; at += Math.min(Interrupts.CHUNK, to - at)) {
            Arrays.fill(bytes, at, Math.min(to - at, Interrupts.CHUNK) + at, value);
            Interrupts.poll();
        }
    }

    /** Nothing: the engine calls it on memories that were just made, whose bytes are zero. */
    @Override
    public void zero() {}

    @Override
    public void initialize(Instance instance, DataSegment[] dataSegments) {
        initialize(instance, dataSegments, 0);
    }

    /** Writes the active segments of this memory and, as the specification has it, drops them. */
    @Override
    public void initialize(Instance instance, DataSegment[] dataSegments, int memoryIndex) {
        this.segments = dataSegments;
        for (int i = 0; i < dataSegments.length; i++) {
            if (dataSegments[i] instanceof ActiveDataSegment active && active.index() == memoryIndex) {
                int at = (int) computeConstantValue(instance, active.offsetInstructions())[0];
                write(at, active.data(), 0, active.data().length);
                dataSegments[i] = PassiveDataSegment.EMPTY;
            }
        }
    }

    @Override
    public void initPassiveSegment(int segment, int to, int offset, int length) {
        write(to, segments[segment].data(), offset, length);
    }

    @Override
    public void drop(int segment) {
        segments[segment] = PassiveDataSegment.EMPTY;
    }

    @Override
    public int pages() {
        return size / PAGE_SIZE;
    }

    @Override
    public int grow(int pages) {
        return shared.grow(pages);
    }

    @Override
    public int initialPages() {
        return shared.minPages();
    }

    @Override
    public int maximumPages() {
        return shared.maxPages();
    }

    @Override
    public boolean shared() {
        return shared.isThreadShared();
    }

    /** What the engine's atomic operations lock; one lock for all, since threads of a guest are not supported yet. */
    @Override
    @SuppressWarnings("removal")
    public Object lock(int address) {
        return shared;
    }

    @Override
    @SuppressWarnings("removal")
    public int waitOn(int address, int expected, long timeout) {
        return shared.waiters().await(address, () -> readInt(address) == expected, timeout);
    }

    @Override
    @SuppressWarnings("removal")
    public int waitOn(int address, long expected, long timeout) {
        return shared.waiters().await(address, () -> readLong(address) == expected, timeout);
    }

    @Override
    @SuppressWarnings("removal")
    public int notify(int address, int count) {
        check(address, 4);
        return shared.waiters().wake(address, count);
    }
}
