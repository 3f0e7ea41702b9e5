package dev.witloof.wasi.clocks;

import dev.witloof.error.TrapException;
import java.time.Instant;
import java.time.InstantSource;

/**
 * {@code wasi:clocks/wall-clock} over a source of instants.
 *
 * @see <a href="https://github.com/WebAssembly/wasi-clocks/blob/be769fb9ea5e4ed48f2da5ab795e41021f425f6e/wit/wall-clock.wit">wasi:clocks/wall-clock</a>
 */
public final class InstantClock implements WallClock {

    private final InstantSource source;

    /** A clock. */
    public InstantClock(InstantSource source) {
        this.source = source;
    }

    /**
     * {@inheritDoc}
     *
     * @throws TrapException if the time is before 1970, which WIT cannot say
     */
    @Override
    public Datetime now() {
        Instant now = source.instant();
        if (now.getEpochSecond() < 0) {
            throw new TrapException("now: expected a time since 1970-01-01T00:00:00Z, found " + now);
        }
        return new Datetime(now.getEpochSecond(), now.getNano());
    }

    /** A nanosecond, in which Java's instants are counted. */
    @Override
    public Datetime resolution() {
        return new Datetime(0, 1);
    }
}
