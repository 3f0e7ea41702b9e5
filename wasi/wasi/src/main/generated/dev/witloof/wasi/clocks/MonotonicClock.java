// Made by witloof-bindings from wasi:clocks/monotonic-clock@0.2.12.
// SHA-256 of its declarations: a466083d38cfbb19c17312d79da743e9783073b2e6221b27ea8c575e962efda7
// Changes made here are lost when it is made again.
package dev.witloof.wasi.clocks;

import dev.witloof.host.WitInterface;
import dev.witloof.wasi.io.Poll;
import org.jspecify.annotations.NullMarked;

/**
 * A clock that never goes backwards, for measuring and waiting. What its zero means is not defined.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:clocks/monotonic-clock@0.2.12")
@NullMarked
public interface MonotonicClock {
    /**
     * The current reading. Readings never decrease.
     *
     * @since 0.2.0
     */
    long now();

    /**
     * How long one tick of the clock is.
     *
     * @since 0.2.0
     */
    long resolution();

    /**
     * An event that is ready once the clock has reached {@code when}.
     *
     * @since 0.2.0
     */
    Poll.Pollable subscribeInstant(long when);

    /**
     * An event that is ready once {@code when} nanoseconds have passed since this call.
     *
     * @since 0.2.0
     */
    Poll.Pollable subscribeDuration(long when);
}
