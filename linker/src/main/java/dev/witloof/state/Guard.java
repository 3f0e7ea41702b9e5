package dev.witloof.state;

import org.jspecify.annotations.Nullable;

/**
 * One outermost call at a time that others can end: by interrupting its thread, which the engine looks for at loops and
 * calls. The interrupt never outlasts the call, and one that somebody else made is left alone.
 *
 * <p>What cannot be told apart is an interrupt that somebody else makes after this one and before the call has ended: a
 * thread has one flag.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#embedding">CanonicalABI: embedding</a>
 */
sealed class Guard permits Deadline {

    /** The thread that is inside; {@code null} while none is. */
    private @Nullable Thread runner;
    /** Which call it is, so that who comes late stops no other. */
    private long call;
    /** Whether the thread's interrupt is ours. */
    private boolean interrupted;

    private volatile @Nullable Stop stop;
    /** That of the call around this one, if both are of one store. */
    private @Nullable Guard outer;

    /**
     * A call of the current thread begins.
     *
     * @return its number
     */
    synchronized long begin() {
        runner = Thread.currentThread();
        stop = null;
        interrupted = false;
        return ++call;
    }

    /** The call is over, and with it the interrupt. */
    synchronized void end() {
        runner = null;
        if (interrupted) {
            interrupted = false;
            Thread.interrupted();
        }
    }

    /** Whether a call has not ended. */
    final synchronized boolean isRunning() {
        return runner != null;
    }

    /** Whether that call has not ended. */
    synchronized boolean isRunning(long number) {
        return runner != null && call == number;
    }

    /** Ends a call, if it has not ended yet. May be repeated, for code that swallowed the interrupt. */
    final synchronized void stop(long number, Stop why) {
        if (!isRunning(number)) {
            return;
        }
        if (stop == null) {
            stop = why;
        }
        Thread thread = runner;
        if (thread != null && !thread.isInterrupted()) {
            interrupted = true;
            thread.interrupt();
        }
    }

    /** Ends the call that is on the way, for the embedder. */
    final synchronized void cancel(String thread) {
        stop(call, Stop.cancellation(thread));
    }

    /** Why the call is being ended; {@code null} if it is not. */
    final @Nullable Stop stopped() {
        Stop here = stop;
        return here != null || outer == null ? here : outer.stopped();
    }

    final @Nullable Guard outer() {
        return outer;
    }

    final void outer(@Nullable Guard around) {
        outer = around;
    }
}
