package dev.witloof.testkit;

import dev.witloof.error.TrapException;
import dev.witloof.value.Result;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What goes wrong with an import, whatever it is stubbed with. */
final class Faults {

    private int every;
    private @Nullable Object error;
    private Duration latency = Duration.ZERO;
    private int calls;

    /** Goes on with a call. */
    interface Next {
        @Nullable
        Object answer(Invocation call) throws Exception;
    }

    synchronized void failEvery(int number, @Nullable Object with) {
        if (number < 1) {
            throw new IllegalArgumentException("expected to fail every call or less often, found every " + number);
        }
        every = number;
        error = with;
        calls = 0;
    }

    synchronized void latency(Duration delay) {
        latency = delay;
    }

    synchronized void clear() {
        every = 0;
        error = null;
        latency = Duration.ZERO;
    }

    private synchronized boolean isDue() {
        return every > 0 && ++calls % every == 0;
    }

    @Nullable
    Object around(MockedFunction function, Invocation call, Next next) throws Exception {
        if (!latency.isZero()) {
            Thread.sleep(latency.toMillis());
        }
        if (!isDue()) {
            return next.answer(call);
        }
        if (error == null) {
            throw new TrapException("a fault of the test: every " + every + " calls");
        }
        return function.fitResult(Result.err(error));
    }
}
