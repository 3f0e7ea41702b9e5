package dev.witloof.core;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.TableInstance;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.types.Table;
import com.dylibso.chicory.wasm.types.TableLimits;
import com.dylibso.chicory.wasm.types.ValType;
import com.dylibso.chicory.wasm.types.Value;
import dev.witloof.error.TrapException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A table as one instance sees it: its own functions by their indices, those of other instances as functions of its own
 * types.
 *
 * <p>Why: for {@code call_indirect} the engine takes the type index that the caller's instruction names and looks it up
 * among the types of the callee's module. Where the two modules number their types differently that traps on calls
 * which are right, and lets through calls which are wrong. So a foreign function is shown as belonging to a
 * {@linkplain ForeignFunction#gateway() gateway} that has the caller's types, and stands there with the caller's index
 * of a structurally equal type.
 */
final class TableView extends TableInstance {

    /** The arrays of the superclass stay empty; the entries are in {@link SharedTable}. */
    private static final Table NO_ENTRIES = new Table(ValType.FuncRef, new TableLimits(0, 0));

    private final SharedTable entries;
    private final ForeignFunctions foreign;
    /** What the slots were resolved to at the last look; an element is stale unless it still equals the entry. */
    private @Nullable ForeignFunction[] resolved = new ForeignFunction[0];

    TableView(SharedTable entries, ForeignFunctions foreign) {
        super(NO_ENTRIES, Value.REF_NULL_VALUE);
        this.entries = entries;
        this.foreign = foreign;
    }

    SharedTable entries() {
        return entries;
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public ValType elementType() {
        return entries.elementType();
    }

    @Override
    public TableLimits limits() {
        return entries.limits();
    }

    /** The entry as a value that this instance can keep in a variable: a function index of its own, or a token. */
    @Override
    public int ref(int index) {
        if (!entries.contains(index)) {
            throw new TrapException("undefined element " + Integer.toUnsignedString(index));
        }
        int ref = entries.ref(index);
        return isForeign(index, ref) ? resolve(index, ref).token() : ref;
    }

    /** The entry as the callee of {@code call_indirect}: a function index in {@link #instance}. */
    @Override
    public int requiredRef(int index) {
        if (!entries.contains(index)) {
            throw new TrapException("undefined element " + Integer.toUnsignedString(index));
        }
        int ref = entries.ref(index);
        if (ref == Value.REF_NULL_VALUE) {
            throw new TrapException("uninitialized element " + Integer.toUnsignedString(index));
        }
        if (isForeign(index, ref)) {
            if (!resolve(index, ref).hasTypeHere()) {
                // No type of this module equals the function's, so whatever type the instruction names is another.
                throw new ChicoryException("indirect call type mismatch");
            }
            return ForeignFunction.INDEX_IN_GATEWAY;
        }
        return ref;
    }

    /** The owner of the function as {@link #requiredRef} numbers it; never another instance's own {@code Instance}. */
    @Override
    public @Nullable Instance instance(int index) {
        int ref = entries.ref(index);
        return isForeign(index, ref) && resolve(index, ref).hasTypeHere()
                ? resolve(index, ref).gateway()
                : null;
    }

    /**
     * Stores a value of this instance.
     *
     * @param from the instance that the engine believes the value to come from: ourselves, or the owner of an imported
     *     global. What {@code table.copy} passes is the owner of a wrong slot, which {@link #instance} makes
     *     recognisable: it is a gateway or null.
     */
    @Override
    public void setRef(int index, int value, @Nullable Instance from) {
        // One instruction may set millions.
        Interrupts.poll();
        if (!entries.holdsFunctions() || value == Value.REF_NULL_VALUE) {
            entries.set(index, value, null);
            return;
        }
        ForeignFunction function = foreign.byToken(value);
        if (function != null) {
            entries.set(index, function.index(), function.owner());
        } else {
            entries.set(index, value, foreign.isOutside(from) ? from : foreign.home());
        }
    }

    @Override
    public int grow(int count, int value, @Nullable Instance from) {
        if (!entries.holdsFunctions() || value == Value.REF_NULL_VALUE) {
            return entries.grow(count, value, null);
        }
        ForeignFunction function = foreign.byToken(value);
        return function != null
                ? entries.grow(count, function.index(), function.owner())
                : entries.grow(count, value, foreign.home());
    }

    @Override
    public void reset() {
        entries.clear();
    }

    private boolean isForeign(int index, int ref) {
        Instance owner = entries.owner(index);
        return owner != null && ref != Value.REF_NULL_VALUE && owner != foreign.home();
    }

    private ForeignFunction resolve(int index, int ref) {
        Instance owner = entries.owner(index);
        if (index >= resolved.length) {
            resolved = Arrays.copyOf(resolved, entries.size());
        }
        ForeignFunction known = resolved[index];
        if (known == null || known.owner() != owner || known.index() != ref) {
            known = foreign.of(owner, ref);
            resolved[index] = known;
        }
        return known;
    }
}
