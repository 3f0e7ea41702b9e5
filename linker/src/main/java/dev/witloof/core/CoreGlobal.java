package dev.witloof.core;

import com.dylibso.chicory.runtime.GlobalInstance;
import dev.witloof.type.CoreExternType;

/**
 * A global of a core instance. A reference to a function keeps its instance in it ({@code GlobalView}).
 */
public final class CoreGlobal implements CoreExtern {

    private final CoreExternType.Global type;
    private final GlobalInstance global;

    CoreGlobal(CoreExternType.Global type, GlobalInstance global) {
        this.type = type;
        this.global = global;
    }

    @Override
    public CoreExternType.Global type() {
        return type;
    }

    /** The value now: an integer extended to 64 bits, or the raw bits of a float. */
    public long get() {
        return global.getValueLow();
    }

    /**
     * Sets the value.
     *
     * @param value an integer extended to 64 bits, or the raw bits of a float
     * @throws IllegalStateException if the global is immutable
     */
    public void set(long value) {
        if (!type.mutable()) {
            throw new IllegalStateException("global: expected a mutable one, found an immutable " + type.type());
        }
        global.setValue(value);
    }

    GlobalInstance global() {
        return global;
    }
}
