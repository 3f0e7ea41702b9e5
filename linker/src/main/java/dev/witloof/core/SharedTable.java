package dev.witloof.core;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.types.TableLimits;
import com.dylibso.chicory.wasm.types.ValType;
import com.dylibso.chicory.wasm.types.Value;
import dev.witloof.error.TrapException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one table, whoever looks at them. An entry of a function table is the instance that owns the function
 * and the function's index there; instances look at the entries through a {@link TableView} each, because an index
 * means something only in its own instance.
 *
 * <pre>
 *   refs    │ 3 │ 7 │-1 │ 0 │     -1 is null
 *   owners  │ A │ A │   │ B │     so slot 3 holds function 0 of B
 * </pre>
 *
 * <p>The limits are a copy: the engine writes the table's size into them, and those of the module serve all its
 * instances.
 */
final class SharedTable {

    private final ValType elementType;
    private final boolean holdsFunctions;
    private final TableLimits limits;
    private final Allowance allowance;
    private int[] refs;
    private @Nullable Instance[] owners;
    private int size;

    /**
     * A table, which is counted already.
     *
     * @param initial what every entry holds at first
     * @param owner whose function that is, if it is one
     */
    SharedTable(
            ValType elementType,
            boolean holdsFunctions,
            TableLimits limits,
            int initial,
            @Nullable Instance owner,
            Allowance allowance) {
        this.elementType = elementType;
        this.holdsFunctions = holdsFunctions;
        this.limits = new TableLimits(limits.min(), limits.max(), limits.shared());
        this.allowance = allowance;
        this.size = (int) limits.min();
        this.refs = new int[size];
        this.owners = new Instance[size];
        Arrays.fill(refs, initial);
        if (holdsFunctions && initial != Value.REF_NULL_VALUE) {
            Arrays.fill(owners, owner);
        }
    }

    ValType elementType() {
        return elementType;
    }

    /** Whether the entries are references to functions, so that they have owners. */
    boolean holdsFunctions() {
        return holdsFunctions;
    }

    TableLimits limits() {
        return limits;
    }

    int size() {
        return size;
    }

    boolean contains(int index) {
        return index >= 0 && index < size;
    }

    int ref(int index) {
        return refs[index];
    }

    @Nullable
    Instance owner(int index) {
        return owners[index];
    }

    void set(int index, int ref, @Nullable Instance owner) {
        if (!contains(index)) {
            throw new TrapException("out of bounds table access");
        }
        refs[index] = ref;
        owners[index] = owner;
    }

    /** Appends {@code count} equal entries; returns the size before, or -1 if the limits or the heap forbid it. */
    int grow(int count, int ref, @Nullable Instance owner) {
        int before = size;
        long after = (long) before + count;
        if (count < 0 || after > limits.max() || !allowance.growTable(count)) {
            return -1;
        }
        if (after > refs.length) {
            // Half as much again, so that growing by single entries stays linear.
            int capacity = (int) Math.min(limits.max(), Math.max(after, refs.length + (refs.length >> 1) + 16L));
            try {
                int[] moreRefs = Arrays.copyOf(refs, capacity);
                owners = Arrays.copyOf(owners, capacity);
                refs = moreRefs;
            } catch (OutOfMemoryError noRoom) {
                allowance.ungrowTable(count);
                return -1;
            }
        }
        Arrays.fill(refs, before, (int) after, ref);
        Arrays.fill(owners, before, (int) after, owner);
        size = (int) after;
        limits.grow(count);
        return before;
    }

    void clear() {
        Arrays.fill(refs, 0, size, Value.REF_NULL_VALUE);
        Arrays.fill(owners, 0, size, null);
    }
}
