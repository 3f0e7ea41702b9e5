package dev.witloof.wasi.clocks;

import dev.witloof.wasi.io.Wait;

/**
 * Where a guest's monotonic clock has its readings from: nanoseconds, as unsigned numbers of 64 bits, that never decrease. Any
 * number of threads may use it.
 */
@FunctionalInterface
public interface MonotonicTime {

    /** The current reading. */
    long now();

    /** How long one tick is, in nanoseconds; by default 1. */
    default long resolution() {
        return 1;
    }

    /**
     * Says what ends the sleep of a thread that waits for a reading; the thread looks again afterwards. By default as much real
     * time as is left. A clock of a test may have {@link Wait#skip} move itself, or wake those that wait by a signal.
     *
     * @param instant a reading that had not been reached
     */
    default void arm(Wait wait, long instant) {
        long left = instant - now();
        wait.atMost(left < 0 ? Long.MAX_VALUE : left);
    }

    /** The system's clock, which begins now. */
    static MonotonicTime system() {
        long start = System.nanoTime();
        return () -> System.nanoTime() - start;
    }
}
