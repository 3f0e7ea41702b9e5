package dev.witloof.testkit.wasi;

import dev.witloof.wasi.clocks.MonotonicTime;
import dev.witloof.wasi.io.Signal;
import dev.witloof.wasi.io.Wait;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/**
 * Both clocks of guests, which stand still but for what moves them. The monotonic one begins at 0, the time of day at
 * {@link #START}.
 *
 * <pre>{@code
 * TestClock clock = TestClock.manual();
 * Future<ProgramResult> sleeping = executor.submit(() -> TestWasi.with(clock).run(program, "sleep", "1h"));
 * clock.awaitSleeper();
 * clock.advance(Duration.ofHours(1));
 * assertThat(sleeping.get().exitCode()).isZero();
 * }</pre>
 *
 * <p>Any number of threads and guests may use one clock.
 */
public final class TestClock implements MonotonicTime, InstantSource {

    /** The time of day at which clocks of tests begin: the first moment of 2001, in UTC. */
    public static final Instant START = Instant.parse("2001-01-01T00:00:00Z");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final boolean skips;
    private final Signal moved = new Signal();
    private long nanos;
    private Instant instant = START;

    private TestClock(boolean skips) {
        this.skips = skips;
    }

    /** A clock that only the test moves. A guest that sleeps does so until the test has moved it far enough. */
    public static TestClock manual() {
        return new TestClock(false);
    }

    /**
     * A clock that a guest moves by sleeping: where nothing that it waits for has happened, the clock is moved to the first of
     * its timers, and no time passes. What comes from other threads, such as bytes of a socket, is not waited for if there is a
     * timer too.
     */
    public static TestClock skipping() {
        return new TestClock(true);
    }

    /** The reading of the monotonic clock, in nanoseconds. */
    @Override
    public synchronized long now() {
        return nanos;
    }

    /** The time of day. */
    @Override
    public synchronized Instant instant() {
        return instant;
    }

    /**
     * Moves both clocks, and wakes guests whose timers are due then.
     *
     * @throws IllegalArgumentException if it is less than nothing
     */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("clock: expected a duration of 0 or more, found " + duration);
        }
        synchronized (this) {
            advance(duration.toNanos());
        }
        moved.send();
    }

    private void advance(long more) {
        nanos += more;
        instant = instant.plusNanos(more);
    }

    /** Sets the time of day alone, as an administrator does; no timer takes notice. */
    public synchronized void setInstant(Instant to) {
        instant = to;
    }

    /**
     * Waits, in real time, until a guest sleeps that has a timer of this clock among what it waits for.
     *
     * @throws AssertionError if none does within 10 seconds
     * @throws InterruptedException if the thread is interrupted
     */
    public synchronized void awaitSleeper() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!moved.isAwaited()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("clock: expected a guest that sleeps, found none within 10 seconds");
            }
            wait(left);
        }
    }

    @Override
    public void arm(Wait wait, long reading) {
        wait.on(moved);
        synchronized (this) {
            notifyAll();
        }
        if (skips) {
            long left = reading - now();
            wait.skip(left < 0 ? Long.MAX_VALUE : left, () -> skipTo(reading));
        }
    }

    /** Unless the clock has come there by itself. */
    private void skipTo(long reading) {
        synchronized (this) {
            long left = reading - nanos;
            if (left > 0) {
                advance(left);
            }
        }
        moved.send();
    }

    /** {@code 2001-01-01T00:00:00Z}. */
    @Override
    public String toString() {
        return instant().toString();
    }
}
