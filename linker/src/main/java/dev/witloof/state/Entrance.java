package dev.witloof.state;

import dev.witloof.error.TrapException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The one door to instances that can reach each other: at most one thread is inside. A second one is told so by an
 * {@link IllegalStateException}; nothing is ever run by two threads at once.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#embedding">CanonicalABI: embedding</a>
 */
public final class Entrance {

    private static final VarHandle OWNER;

    static {
        try {
            OWNER = MethodHandles.lookup().findVarHandle(Entrance.class, "owner", Thread.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // by OWNER
    private volatile @Nullable Thread owner;

    private volatile boolean closed;

    /**
     * Lets the current thread in.
     *
     * @return whether it was outside before, so that it must {@linkplain #leave leave}
     * @throws IllegalStateException if another thread is inside, or the instances are closed
     */
    public boolean enter() {
        Thread current = Thread.currentThread();
        Thread inside = (Thread) OWNER.compareAndExchangeAcquire(this, (Thread) null, current);
        if (inside != null && inside != current) {
            throw new IllegalStateException("the instance is in use by thread \"" + inside.getName()
                    + "\": one thread at a time may call it, found thread \"" + current.getName() + "\"");
        }
        if (closed) {
            leave(inside == null);
            throw new IllegalStateException("the instance is closed");
        }
        return inside == null;
    }

    /**
     * {@link #enter} for a call that comes from a guest behind another door.
     *
     * @throws TrapException if another thread is inside, or the instances are closed
     */
    public boolean enterFromGuest() {
        try {
            return enter();
        } catch (IllegalStateException e) {
            throw new TrapException(e.getMessage(), e);
        }
    }

    /**
     * Lets the current thread out again.
     *
     * @param outermost what {@link #enter} returned
     */
    public void leave(boolean outermost) {
        if (outermost) {
            OWNER.setRelease(this, (Thread) null);
        }
    }

    /**
     * Closes the door for good, with the current thread inside until it {@linkplain #leave leaves}.
     *
     * @return whether the door was open until now
     * @throws IllegalStateException if a call is on the way; nothing is closed then
     */
    public boolean close() {
        Thread inside = (Thread) OWNER.compareAndExchangeAcquire(this, (Thread) null, Thread.currentThread());
        if (inside != null) {
            throw new IllegalStateException(
                    "the instance cannot be closed while a call is on the way in thread \"" + inside.getName() + "\"");
        }
        boolean wasOpen = !closed;
        closed = true;
        return wasOpen;
    }

    /** Whether somebody would be let in now: nobody is inside, and it is not closed. */
    public boolean isFree() {
        return !closed && OWNER.getAcquire(this) == null;
    }

    /** Whether nobody will be let in any more. */
    public boolean isClosed() {
        return closed;
    }
}
