// Made by witloof-bindings from wasi:clocks/wall-clock@0.2.12.
// SHA-256 of its declarations: 1f1edb8ab0ebd486470b13ceafb4303cf065a55a59b2197528834c3189a952bb
// Changes made here are lost when it is made again.
package dev.witloof.wasi.clocks;

import dev.witloof.host.WitInterface;
import org.jspecify.annotations.NullMarked;

/**
 * The time of day. It may be set, and so jump in either direction.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:clocks/wall-clock@0.2.12")
@NullMarked
public interface WallClock {
    /**
     * The current time. Two readings need not be in order.
     *
     * @since 0.2.0
     */
    Datetime now();

    /**
     * How fine the clock's readings are.
     *
     * @since 0.2.0
     */
    Datetime resolution();

    /**
     * A point in time, counted from 1970-01-01T00:00:00Z without leap seconds.
     *
     * @param seconds Whole seconds since then.
     * @param nanoseconds The part of a second, less than 1,000,000,000.
     * @since 0.2.0
     */
    record Datetime(long seconds, long nanoseconds) {
    }
}
