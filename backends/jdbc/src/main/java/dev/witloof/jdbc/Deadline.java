package dev.witloof.jdbc;

import java.time.Duration;

/**
 * When a call has to be over.
 *
 * @param time how long it may take in all
 * @param end when that is over, on the clock of {@link System#nanoTime}
 */
record Deadline(Duration time, long end) {

    /** So long from now. */
    static Deadline in(Duration time) {
        return new Deadline(time, System.nanoTime() + time.toNanos());
    }

    /** How many milliseconds are left; 0 if none. */
    long millisLeft() {
        return Math.max(0, (end - System.nanoTime()) / 1_000_000);
    }
}
