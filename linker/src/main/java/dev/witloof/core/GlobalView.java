package dev.witloof.core;

import com.dylibso.chicory.runtime.GlobalInstance;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.types.MutabilityType;
import com.dylibso.chicory.wasm.types.ValType;
import com.dylibso.chicory.wasm.types.Value;
import org.jspecify.annotations.Nullable;

/**
 * A global that holds a reference to a function, as one instance sees it: a function of its own by its index, that of
 * another instance by the token that {@link ForeignFunctions} gave it. The engine keeps a bare index, which would mean
 * another function in another instance.
 */
final class GlobalView extends GlobalInstance {

    /** The reference, whoever looks at it; {@code owner} is {@code null} for a null reference. */
    private static final class Entry {
        private int ref = Value.REF_NULL_VALUE;
        private @Nullable Instance owner;
    }

    private final Entry entry;
    private final ForeignFunctions foreign;

    private GlobalView(ValType type, MutabilityType mutability, Entry entry, ForeignFunctions foreign) {
        super(Value.REF_NULL_VALUE, 0, type, mutability);
        this.entry = entry;
        this.foreign = foreign;
    }

    /** A new global of the instance that {@code foreign} belongs to. */
    static GlobalView of(long value, ValType type, MutabilityType mutability, ForeignFunctions foreign) {
        GlobalView view = new GlobalView(type, mutability, new Entry(), foreign);
        view.setValueLow(value);
        return view;
    }

    /** The same global as another instance sees it. */
    GlobalView seenBy(ForeignFunctions other) {
        return new GlobalView(getType(), getMutabilityType(), entry, other);
    }

    @Override
    public long getValueLow() {
        Instance owner = entry.owner;
        return owner == null || owner == foreign.home()
                ? entry.ref
                : foreign.of(owner, entry.ref).token();
    }

    @Override
    public long getValue() {
        return getValueLow();
    }

    @Override
    public void setValueLow(long value) {
        int ref = (int) value;
        ForeignFunction function = foreign.byToken(ref);
        if (function != null) {
            entry.ref = function.index();
            entry.owner = function.owner();
        } else {
            entry.ref = ref;
            entry.owner = ref == Value.REF_NULL_VALUE ? null : foreign.home();
        }
    }

    @Override
    public void setValue(long value) {
        setValueLow(value);
    }

    @Override
    public void setValue(Value value) {
        setValueLow(value.raw());
    }

    /** Ours: what is read here is told in this instance's own terms. */
    @Override
    public @Nullable Instance getInstance() {
        return foreign.home();
    }
}
