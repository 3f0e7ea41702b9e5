package dev.witloof.state;

import dev.witloof.error.LimitException;
import dev.witloof.error.TrapException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table of what a component instance holds by index. Index 0 is never used; a freed index is the next one given
 * out.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#table-state">CanonicalABI: table state</a>
 */
public final class HandleTable {

    private static final int FIRST_CAPACITY = 8;

    private final Holdings holdings;
    private @Nullable Element[] elements = new Element[FIRST_CAPACITY];
    /** The freed indices as a stack; those at {@code freeCount} and above are stale. */
    private int[] free = new int[FIRST_CAPACITY];

    private int freeCount;
    private int length = 1;

    /**
     * An empty table.
     *
     * @param holdings by which all tables of a store count their elements; never more than the 2<sup>28</sup> - 1 that the
     *     specification allows one of them
     */
    public HandleTable(Holdings holdings) {
        this.holdings = holdings;
    }

    /** What a table can hold. */
    public interface Element {

        /** What messages call an element of this kind, such as {@code a bucket}. */
        String kind();
    }

    /** How many elements the table holds. */
    public int size() {
        return length - 1 - freeCount;
    }

    /**
     * Adds an element.
     *
     * @return its index
     * @throws LimitException if the tables of the store have as many as is allowed
     */
    public int add(Element element) {
        holdings.takeHandle();
        int index;
        if (freeCount > 0) {
            index = free[--freeCount];
        } else {
            index = length;
            if (index == elements.length) {
                elements = Arrays.copyOf(elements, index << 1);
            }
            length++;
        }
        elements[index] = element;
        return index;
    }

    /**
     * The element at an index.
     *
     * @param index as the guest gave it, unsigned
     * @throws TrapException if there is none
     */
    public Element get(int index) {
        // A negative int is an index of 2^31 or more, which no table reaches; the element at 0 is always null.
        Element element = index >= 0 && index < length ? elements[index] : null;
        if (element == null) {
            throw new TrapException(unknown(index));
        }
        return element;
    }

    /**
     * Takes the element at an index out of the table.
     *
     * @param index as the guest gave it, unsigned
     * @throws TrapException if there is none
     */
    public Element remove(int index) {
        Element element = get(index);
        elements[index] = null;
        holdings.giveHandlesBack(1);
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, freeCount << 1);
        }
        free[freeCount++] = index;
        return element;
    }

    /** Where the table stands now, for {@link #undoTo}. */
    public long mark() {
        return (long) length << 32 | freeCount;
    }

    /**
     * Takes out what was added since a mark was set, as if it had never been there: the next element gets the index that
     * it would have got then. Nothing may have been removed since.
     */
    public void undoTo(long mark) {
        int lengthThen = (int) (mark >>> 32);
        int freeThen = (int) mark;
        holdings.giveHandlesBack(size() - (lengthThen - 1 - freeThen));
        for (int i = freeCount; i < freeThen; i++) {
            elements[free[i]] = null;
        }
        Arrays.fill(elements, lengthThen, length, null);
        freeCount = freeThen;
        length = lengthThen;
    }

    /** Takes all elements out of the table, in the order of their indices. */
    public List<Element> drain() {
        List<Element> all = new ArrayList<>(size());
        for (int i = 1; i < length; i++) {
            if (elements[i] != null) {
                all.add(elements[i]);
            }
        }
        holdings.giveHandlesBack(all.size());
        elements = new Element[FIRST_CAPACITY];
        freeCount = 0;
        length = 1;
        return all;
    }

    /**
     * The handle at an index, which must be one to a resource of a type.
     *
     * @throws TrapException if there is none, or another element
     */
    public ResourceHandle get(int index, RuntimeResourceType type) {
        return resource(index, get(index), type);
    }

    /**
     * Takes a handle to a resource of a type out of the table, to drop it or to give it away.
     *
     * @throws TrapException if there is none, or another element, or the handle is lent
     */
    public ResourceHandle remove(int index, RuntimeResourceType type) {
        ResourceHandle handle = resource(index, remove(index), type);
        if (handle.isLent()) {
            throw new TrapException("handle " + Integer.toUnsignedString(index)
                    + ": expected one that is not lent, found " + handle.kind() + " lent to a call");
        }
        return handle;
    }

    /**
     * Takes an owning handle to a resource of a type out of the table, to give it away.
     *
     * @throws TrapException if there is none, or another element, or the handle is lent or only borrowed
     */
    public ResourceHandle removeOwn(int index, RuntimeResourceType type) {
        ResourceHandle handle = remove(index, type);
        if (!handle.isOwn()) {
            throw new TrapException("handle " + Integer.toUnsignedString(index) + ": expected an owning handle, found "
                    + handle.kind() + " that is borrowed");
        }
        return handle;
    }

    private static ResourceHandle resource(int index, Element element, RuntimeResourceType type) {
        if (element instanceof ResourceHandle handle && handle.type() == type) {
            return handle;
        }
        String found = element.kind();
        throw new TrapException("handle " + Integer.toUnsignedString(index) + ": expected " + type.name() + ", found "
                + (found.equals(type.name()) ? "another type called " + found : found));
    }

    private static String unknown(int index) {
        return "handle " + Integer.toUnsignedString(index) + ": unknown";
    }
}
