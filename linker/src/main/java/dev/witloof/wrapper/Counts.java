package dev.witloof.wrapper;

import java.time.Duration;

/**
 * What {@link CallCounts} counted.
 *
 * @param calls how many calls ended, however they did
 * @param errors how many of them returned an error of their interface
 * @param thrown how many of them threw, which ended the guest's call with a trap
 * @param nanos how long all of them took together, in nanoseconds
 */
public record Counts(long calls, long errors, long thrown, long nanos) {

    /** Both together. */
    public Counts plus(Counts other) {
        return new Counts(calls + other.calls, errors + other.errors, thrown + other.thrown, nanos + other.nanos);
    }

    /** How long all calls took together. */
    public Duration took() {
        return Duration.ofNanos(nanos);
    }
}
