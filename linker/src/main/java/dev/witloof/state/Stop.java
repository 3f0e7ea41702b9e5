package dev.witloof.state;

import dev.witloof.error.CancelledException;
import dev.witloof.error.DeadlineException;
import dev.witloof.error.TrapException;
import dev.witloof.limit.Limit;
import org.jspecify.annotations.Nullable;

/**
 * Why a call is ended from outside.
 *
 * @param kind who ends it
 * @param reason what the trap says
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#embedding">CanonicalABI: embedding</a>
 */
record Stop(Kind kind, String reason) {

    /** Who ends a call. */
    enum Kind {
        /** The clock. */
        DEADLINE,
        /** The embedder. */
        CANCELLATION
    }

    static Stop deadline(long nanos) {
        return new Stop(
                Kind.DEADLINE,
                "deadline: expected an end within " + Limit.DEADLINE.text(nanos) + ", found the call still running");
    }

    /** Of a call that nobody would end any more. */
    static Stop unwatched(long nanos) {
        return new Stop(
                Kind.DEADLINE,
                "deadline: expected a scheduler for " + Limit.DEADLINE.text(nanos) + ", found that it was shut down");
    }

    static Stop cancellation(String thread) {
        return new Stop(Kind.CANCELLATION, "cancelled by thread \"" + thread + "\"");
    }

    /**
     * The trap as which a call ends whose thread was interrupted for this; the given one if it says as much already.
     *
     * @param called the function that Java called, if it is known
     */
    TrapException trap(TrapException interrupted, @Nullable String called) {
        if (interrupted instanceof DeadlineException || interrupted instanceof CancelledException) {
            return interrupted;
        }
        // What was interrupted may be an inner call, which Java made of another instance.
        String export = called != null ? called : interrupted.export().orElse(null);
        String importOnTheWay = interrupted.importOnTheWay().orElse(null);
        TrapException trap = kind == Kind.DEADLINE
                ? new DeadlineException(reason, export, importOnTheWay, interrupted.frames(), interrupted)
                : new CancelledException(reason, export, importOnTheWay, interrupted.frames(), interrupted);
        trap.setStackTrace(interrupted.getStackTrace());
        return trap;
    }

    /** The trap of a call that is over, or has not begun. */
    TrapException trap() {
        return kind == Kind.DEADLINE ? new DeadlineException(reason) : new CancelledException(reason);
    }
}
