package dev.witloof.host;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** A function that an instance exports, ready to be called with Java types. */
public abstract class ExportedFunction {

    /** For the functions of instances. */
    protected ExportedFunction() {}

    /**
     * Begins a call: enters the instance. The call must be run, or have thrown, before anything else is done here.
     *
     * @throws IllegalStateException if the instance is closed or in use by another thread
     * @throws dev.witloof.error.TrapException if it has trapped before
     */
    public abstract OutgoingCall begin();

    /**
     * The core function, where a call is nothing but a call of it between {@link #enter} and {@link #leave} and all values
     * are scalars; {@code null} where it is not.
     */
    public @Nullable MethodHandle direct() {
        return null;
    }

    /** Enters the instance for a direct call; what it returns must be given to {@link #leave}. */
    public boolean enter() {
        throw new IllegalStateException("direct call: expected a function that has one");
    }

    /** The exception of a direct call for an argument that does not fit, with the argument's name. */
    public IllegalArgumentException unfit(IllegalArgumentException unfit, int param) {
        return unfit;
    }

    /** Leaves the instance after a direct call that returned. */
    public void leave(boolean entered) {
        throw new IllegalStateException("direct call: expected a function that has one");
    }

    /** Leaves the instance after a direct call that threw; what is to be thrown. */
    public RuntimeException leave(Throwable thrown, boolean entered) {
        throw new IllegalStateException("direct call: expected a function that has one");
    }
}
