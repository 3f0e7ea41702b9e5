package dev.witloof.core;

import com.dylibso.chicory.runtime.Memory;
import dev.witloof.error.UninstantiableException;
import dev.witloof.limit.Limits;
import dev.witloof.type.CoreExternType;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A linear memory, whoever looks at it: little-endian bytes in one array, at most 32,767 pages of 64 KiB. An address is an
 * unsigned 32-bit number in an {@code int}; every access is checked and traps with {@code out of bounds memory access}, as
 * a {@link dev.witloof.error.TrapException}.
 *
 * <pre>
 *   array  │ the memory ............ │ room to grow │
 *          0                        size      array.length
 * </pre>
 *
 * <p>A memory that threads share has its whole room from the start, because another thread may be using the array.
 */
public final class CoreMemory implements CoreExtern {

    /** Pages of 64 KiB that fit into one Java array. */
    static final int MOST_PAGES = Memory.RUNTIME_MAX_PAGES;

    private final int minPages;
    private final int maxPages;
    private final OptionalLong declaredMax;
    private final boolean threadShared;
    private final Allowance allowance;
    private byte[] array;
    private int size;

    /** That of the instance whose memory it is. */
    private final LinearMemory view;
    /** Those of importing instances, which need not outlive the importers' interest; {@code null} while there was none. */
    private @Nullable List<WeakReference<LinearMemory>> otherViews;

    private @Nullable WaitQueue waiters;

    private CoreMemory(CoreExternType.Limits limits, boolean threadShared, Allowance allowance) {
        this.minPages = (int) limits.min();
        this.maxPages = (int) Math.min(limits.max().orElse(MOST_PAGES), MOST_PAGES);
        this.declaredMax = limits.max();
        this.threadShared = threadShared;
        this.allowance = allowance;
        this.array = new byte[(threadShared ? maxPages : minPages) * Memory.PAGE_SIZE];
        this.size = minPages * Memory.PAGE_SIZE;
        this.view = new LinearMemory(this);
    }

    /**
     * A new memory of zero bytes, in a store of its own.
     *
     * @throws UninstantiableException if it is larger than one Java array or than the heap
     */
    public static CoreMemory of(CoreExternType.Memory type) {
        return of("memory", type, new Allowance(Limits.NONE));
    }

    /** A new memory, which is counted already; {@code what} names it in errors. */
    static CoreMemory of(String what, CoreExternType.Memory type, Allowance allowance) {
        CoreExternType.Limits limits = type.limits();
        if (limits.address64() || limits.min() < 0 || limits.min() > MOST_PAGES) {
            throw tooLarge(what, type);
        }
        try {
            return new CoreMemory(limits, type.shared(), allowance);
        } catch (OutOfMemoryError noRoom) {
            throw new UninstantiableException(
                    what + ": expected room for " + beginningPages(type) + " pages of 64 KiB, found a full heap",
                    noRoom);
        }
    }

    /** The pages for which a new memory has room: of one that threads share, all that it may have. */
    static long beginningPages(CoreExternType.Memory type) {
        CoreExternType.Limits limits = type.limits();
        return type.shared() ? Math.min(limits.max().orElse(MOST_PAGES), MOST_PAGES) : limits.min();
    }

    static UninstantiableException tooLarge(String what, CoreExternType.Memory type) {
        return new UninstantiableException(
                what + ": expected at most " + MOST_PAGES + " pages of 64 KiB, found " + type.limits(), null);
    }

    @Override
    public CoreExternType.Memory type() {
        return new CoreExternType.Memory(
                new CoreExternType.Limits(size / Memory.PAGE_SIZE, declaredMax, false), threadShared);
    }

    /** The size now, in bytes. */
    public int size() {
        return size;
    }

    /** The bytes themselves, perhaps more than {@link #size()}; valid until guest code runs again. */
    public byte[] array() {
        return array;
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

    /** Whether threads may share it. */
    public boolean isThreadShared() {
        return threadShared;
    }

    int minPages() {
        return minPages;
    }

    int maxPages() {
        return maxPages;
    }

    synchronized WaitQueue waiters() {
        WaitQueue made = waiters;
        if (made == null) {
            made = new WaitQueue();
            waiters = made;
        }
        return made;
    }

    /** The memory as the instance sees it that it was made for. */
    LinearMemory view() {
        return view;
    }

    /** The memory as an instance sees it that imports it. */
    synchronized LinearMemory newView() {
        List<WeakReference<LinearMemory>> views = otherViews;
        if (views == null) {
            views = new ArrayList<>(1);
            otherViews = views;
        }
        views.removeIf(each -> each.get() == null);
        LinearMemory made = new LinearMemory(this);
        views.add(new WeakReference<>(made));
        return made;
    }

    /** Adds zero pages; returns the number of pages before, or -1 if the limits or the heap forbid it. */
    synchronized int grow(int pages) {
        int before = size / Memory.PAGE_SIZE;
        if (pages < 0 || pages > maxPages - before) {
            return -1;
        }
        // All pages of a memory that threads share were counted when it was made.
        int counted = threadShared ? 0 : pages;
        if (!allowance.growMemory(counted)) {
            return -1;
        }
        int newSize = (before + pages) * Memory.PAGE_SIZE;
        if (newSize > array.length) {
            byte[] larger = enlarged(newSize);
            if (larger == null) {
                allowance.ungrowMemory(counted);
                return -1;
            }
            array = larger;
        }
        size = newSize;
        view.resized(array, newSize);
        if (otherViews != null) {
            for (WeakReference<LinearMemory> each : otherViews) {
                LinearMemory other = each.get();
                if (other != null) {
                    other.resized(array, newSize);
                }
            }
        }
        return before;
    }

    /** A copy with room for half as much again, so that growing page by page stays linear; less if the heap is short. */
    private byte @Nullable [] enlarged(int newSize) {
        long most = (long) maxPages * Memory.PAGE_SIZE;
        int roomy = (int) Math.min(most, Math.max(newSize, size + (long) (size >> 1)));
        try {
            return Arrays.copyOf(array, roomy);
        } catch (OutOfMemoryError tooRoomy) {
            if (roomy == newSize) {
                return null;
            }
        }
        try {
            return Arrays.copyOf(array, newSize);
        } catch (OutOfMemoryError noRoom) {
            return null;
        }
    }
}
