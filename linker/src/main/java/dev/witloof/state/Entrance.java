package dev.witloof.state;

import dev.witloof.error.CancelledException;
import dev.witloof.error.TrapException;
import dev.witloof.limit.Calls;
import dev.witloof.limit.Cancellation;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ScheduledExecutorService;
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
    private final @Nullable Deadline deadline;
    /** That of the outermost call, or of a part of it; of one that has no deadline {@code null}. For who is inside. */
    private @Nullable Guard guard;

    /** A door to calls that may take as long as they like. */
    public Entrance() {
        this.deadline = null;
    }

    /**
     * A door to calls that have a deadline.
     *
     * @param nanos how long each outermost call may take
     * @param scheduler what ends it
     */
    public Entrance(long nanos, ScheduledExecutorService scheduler) {
        this.deadline = new Deadline(nanos, scheduler);
        this.guard = deadline;
    }

    /**
     * Lets the current thread in.
     *
     * @return whether it was outside before, so that it must {@linkplain #leave leave}
     * @throws IllegalStateException if another thread is inside, or the instances are closed, or nobody would keep the
     *     deadline because the scheduler is shut down
     * @throws TrapException if the current thread is inside, and what it does there is being ended
     */
    public boolean enter() {
        Thread current = Thread.currentThread();
        Thread inside = (Thread) OWNER.compareAndExchangeAcquire(this, (Thread) null, current);
        if (inside != null && inside != current) {
            throw new IllegalStateException("the instance is in use by thread \"" + inside.getName()
                    + "\": one thread at a time may call it, found thread \"" + current.getName() + "\"");
        }
        if (closed) {
            if (inside == null) {
                OWNER.setRelease(this, (Thread) null);
            }
            throw new IllegalStateException("the instance is closed");
        }
        if (inside != null) {
            requireGoingOn();
        } else if (deadline != null) {
            begin(deadline);
        }
        return inside == null;
    }

    private void begin(Deadline each) {
        try {
            each.begin();
        } catch (RuntimeException refused) {
            OWNER.setRelease(this, (Thread) null);
            throw refused;
        }
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
            endCall(true);
            OWNER.setRelease(this, (Thread) null);
        }
    }

    /**
     * Says that the time of a call no longer counts, while the current thread stays inside.
     *
     * @param outermost what {@link #enter} returned
     */
    public void endCall(boolean outermost) {
        if (outermost && deadline != null) {
            deadline.end();
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

    /** Nobody will be let in any more, and the last one is out: no deadline need be kept. */
    public void retire() {
        if (deadline != null) {
            deadline.retire();
        }
    }

    /**
     * Runs something inside, with a deadline of its own beside the one of the whole call.
     *
     * @param nanos how long it may take
     * @throws IllegalStateException as {@link #enter}
     */
    public <T extends @Nullable Object, E extends Exception> T within(
            long nanos, ScheduledExecutorService scheduler, Calls<T, E> calls) throws E {
        Deadline own = new Deadline(nanos, scheduler);
        try {
            return guarded(own, calls);
        } finally {
            own.retire();
        }
    }

    /**
     * Runs something inside that another thread may cancel.
     *
     * @throws CancelledException if it is cancelled, or was before
     * @throws IllegalStateException as {@link #enter}
     */
    public <T extends @Nullable Object, E extends Exception> T cancellable(Cancellation cancellation, Calls<T, E> calls)
            throws E {
        Guard own = new Guard();
        return guarded(own, () -> {
            Cancellation.Registration registration = cancellation.onCancel(own::cancel);
            try {
                requireGoingOn();
                return calls.run();
            } finally {
                registration.close();
            }
        });
    }

    private <T extends @Nullable Object, E extends Exception> T guarded(Guard own, Calls<T, E> calls) throws E {
        boolean outermost = enter();
        try {
            own.begin();
            own.outer(guard);
            guard = own;
            try {
                return calls.run();
            } finally {
                guard = own.outer();
                own.end();
            }
        } finally {
            leave(outermost);
        }
    }

    /**
     * Does something for which nobody enters, such as ending what somebody else implements, within the deadline of a call;
     * within that of the call on the way, if there is one.
     *
     * @throws IllegalStateException if nobody would keep the deadline
     * @throws TrapException if the deadline passes
     */
    public void inTime(Runnable action) {
        if (deadline == null || deadline.isRunning()) {
            action.run();
            return;
        }
        deadline.begin();
        try {
            action.run();
        } catch (TrapException trap) {
            throw ended(trap, null);
        } finally {
            deadline.end();
        }
    }

    /**
     * The trap that a call ends with: where it is being ended from outside, one that says so.
     *
     * @param export the function that Java called; {@code null} if that is not known here
     */
    public TrapException ended(TrapException trap, @Nullable String export) {
        Stop stop = stopped();
        return stop == null ? trap : stop.trap(trap, export);
    }

    /**
     * Checks that the call is not being ended from outside.
     *
     * @throws TrapException if it is
     */
    public void requireGoingOn() {
        Stop stop = stopped();
        if (stop != null) {
            throw stop.trap();
        }
    }

    private @Nullable Stop stopped() {
        return guard == null ? null : guard.stopped();
    }

    /** Whether nobody will be let in any more. */
    public boolean isClosed() {
        return closed;
    }
}
