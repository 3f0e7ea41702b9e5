package dev.witloof.core;

import com.dylibso.chicory.runtime.Memory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one memory, whoever looks at them.
 *
 * <pre>
 *   array  │ the memory ............ │ room to grow │
 *          0                        size      array.length
 * </pre>
 *
 * <p>A memory that threads share has its whole room from the start, because another thread may be using the array.
 */
final class MemoryBytes {

    /** Pages of 64 KiB that fit into one Java array. */
    static final int MOST_PAGES = Memory.RUNTIME_MAX_PAGES;

    private final int minPages;
    private final int maxPages;
    private final boolean threadShared;
    private final WaitQueue waiters = new WaitQueue();
    private final List<WeakReference<LinearMemory>> views = new ArrayList<>(1);
    private byte[] array;
    private int size;

    /** A memory of {@code minPages} zero pages, which must not exceed {@link #MOST_PAGES}. */
    MemoryBytes(int minPages, int maxPages, boolean threadShared) {
        this.minPages = minPages;
        this.maxPages = Math.min(maxPages, MOST_PAGES);
        this.threadShared = threadShared;
        this.array = new byte[(threadShared ? this.maxPages : minPages) * Memory.PAGE_SIZE];
        this.size = minPages * Memory.PAGE_SIZE;
    }

    /** Tells a view about every change of size; the importing instance need not outlive its interest. */
    synchronized void addView(LinearMemory view) {
        views.removeIf(each -> each.get() == null);
        views.add(new WeakReference<>(view));
    }

    byte[] array() {
        return array;
    }

    int size() {
        return size;
    }

    int minPages() {
        return minPages;
    }

    int maxPages() {
        return maxPages;
    }

    boolean isThreadShared() {
        return threadShared;
    }

    WaitQueue waiters() {
        return waiters;
    }

    /** Adds zero pages; returns the number of pages before, or -1 if the limits or the heap forbid it. */
    synchronized int grow(int pages) {
        int before = size / Memory.PAGE_SIZE;
        if (pages < 0 || pages > maxPages - before) {
            return -1;
        }
        int newSize = (before + pages) * Memory.PAGE_SIZE;
        if (newSize > array.length) {
            byte[] larger = enlarged(newSize);
            if (larger == null) {
                return -1;
            }
            array = larger;
        }
        size = newSize;
        for (WeakReference<LinearMemory> each : views) {
            LinearMemory view = each.get();
            if (view != null) {
                view.resized(array, newSize);
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
