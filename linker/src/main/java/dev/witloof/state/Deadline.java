package dev.witloof.state;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends calls that take too long, from the embedder's scheduler. There is at most one task on the way for all calls of a
 * store: it looks whether the call that it finds is over its time, and comes back when that could be so. A call therefore
 * costs a look at the clock, and rarely a task.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#embedding">CanonicalABI: embedding</a>
 */
final class Deadline extends Guard implements Runnable {

    /** How soon a thread that swallowed an interrupt is interrupted again. */
    private static final long AGAIN = TimeUnit.MILLISECONDS.toNanos(5);

    private final long nanos;
    private final ScheduledExecutorService scheduler;
    private long call;
    private long endsAt;
    private @Nullable Future<?> task;

    /** For calls of at most so many nanoseconds. */
    Deadline(long nanos, ScheduledExecutorService scheduler) {
        this.nanos = nanos;
        this.scheduler = scheduler;
    }

    /**
     * A call begins.
     *
     * @throws IllegalStateException if the scheduler takes no tasks
     */
    @Override
    synchronized long begin() {
        if (scheduler.isShutdown()) {
            throw closed(null);
        }
        call = super.begin();
        endsAt = System.nanoTime() + nanos;
        if (task == null) {
            try {
                schedule(nanos);
            } catch (RejectedExecutionException refused) {
                super.end();
                throw closed(refused);
            }
        }
        return call;
    }

    private static IllegalStateException closed(@Nullable RejectedExecutionException refused) {
        return new IllegalStateException(
                "deadline: expected a scheduler that takes tasks, found one that is shut down", refused);
    }

    private void schedule(long delay) {
        task = scheduler.schedule(this, delay, TimeUnit.NANOSECONDS);
    }

    @Override
    public synchronized void run() {
        task = null;
        if (!isRunning(call)) {
            return;
        }
        long left = endsAt - System.nanoTime();
        if (left <= 0) {
            stop(call, Stop.deadline(nanos));
        }
        try {
            schedule(left <= 0 ? AGAIN : left);
        } catch (RejectedExecutionException shutDown) {
            // Nobody will look again, so the call may not go on.
            stop(call, Stop.unwatched(nanos));
        }
    }

    /** No call will follow. */
    synchronized void retire() {
        if (task != null) {
            task.cancel(false);
            task = null;
        }
    }
}
