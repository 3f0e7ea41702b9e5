package dev.witloof.wasi.io;

import dev.witloof.error.LimitException;
import dev.witloof.limit.Calls;
import dev.witloof.limit.Limit;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long one instance may be in calls of the host, all of them together: what it waits for counts as well as what is done for
 * it. A wait ends when the time is used up; what Java itself waits for, such as a read of a stream in the guest's thread, is
 * ended no sooner than it comes back. Either is then a trap, as is every later call. One thread at a time uses it, that of the
 * instance's call.
 */
public final class HostTime {

    private final long most;
    private final String text;
    private final @Nullable Signal ended;
    private long spent;
    private long since;
    /** How many calls are on the way, one within the other: the time of the outermost counts. */
    private int depth;

    private HostTime(long most, String text, @Nullable Signal ended) {
        this.most = most;
        this.text = text;
        this.ended = ended;
    }

    /** As long as it likes; then nothing is measured. */
    public static HostTime unlimited() {
        return new HostTime(Long.MAX_VALUE, "", null);
    }

    /** As long, but all waits end when a signal is closed. */
    public HostTime until(Signal allEnd) {
        return new HostTime(most, text, allEnd);
    }

    /** What ends all waits when it is closed. */
    Optional<Signal> ended() {
        return Optional.ofNullable(ended);
    }

    /**
     * No longer than this.
     *
     * @throws IllegalArgumentException if it is not more than nothing, or more than 292 years
     */
    public static HostTime of(Duration most) {
        try {
            if (most.toNanos() > 0) {
                return new HostTime(most.toNanos(), Limit.DEADLINE.text(most.toNanos()), null);
            }
        } catch (ArithmeticException tooLong) {
            // Told like the other.
        }
        throw new IllegalArgumentException("host time: expected more than 0 and at most 292 years, found " + most);
    }

    /** Whether there is a limit. */
    public boolean isLimited() {
        return most != Long.MAX_VALUE;
    }

    /** How much is left, in nanoseconds; at least 0. */
    public long left() {
        long now = depth == 0 ? spent : spent + System.nanoTime() - since;
        return Math.max(0, most - now);
    }

    /**
     * A part of a call that takes time.
     *
     * @return what it gives
     * @throws LimitException if the time is used up, before it or after it
     */
    public <T extends @Nullable Object, E extends Exception> T of(Calls<T, E> part) throws E {
        if (!isLimited()) {
            return part.run();
        }
        begin();
        T given;
        try {
            given = part.run();
        } finally {
            end();
        }
        requireLeft();
        return given;
    }

    void begin() {
        requireLeft();
        if (depth++ == 0) {
            since = System.nanoTime();
        }
    }

    void end() {
        if (--depth == 0) {
            spent += System.nanoTime() - since;
        }
    }

    void requireLeft() {
        if (isLimited() && left() == 0) {
            throw new LimitException("host time: expected at most " + text + " in calls of the host, found more");
        }
    }

    private boolean isOfNoMatter() {
        return !isLimited() && ended == null;
    }

    /** A source whose reads, and waits for it, count. */
    public Source around(Source source) {
        return isOfNoMatter() ? source : new TimedSource(source, this);
    }

    /** A sink whose writes, and waits for it, count. */
    public Sink around(Sink sink) {
        return isOfNoMatter() ? sink : new TimedSink(sink, this);
    }

    /** An event the waits for which count. */
    public Event around(Event event) {
        return isOfNoMatter() ? event : new TimedEvent(event, this);
    }
}
