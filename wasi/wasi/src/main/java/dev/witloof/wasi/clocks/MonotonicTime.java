package dev.witloof.wasi.clocks;

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
     * How long a thread is to sleep before this reading is there, in nanoseconds of real time; it looks again afterwards. By
     * default as long as the clock says. A clock of a test may move itself there instead, and say 0.
     *
     * @param instant a reading that has not been reached
     * @return at least 0; {@link Long#MAX_VALUE} is for ever
     */
    default long nanosUntil(long instant) {
        long left = instant - now();
        return left < 0 ? Long.MAX_VALUE : left;
    }

    /** The system's clock, which begins now. */
    static MonotonicTime system() {
        long start = System.nanoTime();
        return () -> System.nanoTime() - start;
    }
}
