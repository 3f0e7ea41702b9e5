// Made by witloof-bindings from wasi:io/poll@0.2.12.
// SHA-256 of its declarations: 44229842aef08dddf3a0151a69cb90e4ca5b57c0e30dcd9233cfaacc5c21504d
// Changes made here are lost when it is made again.
package dev.witloof.wasi.io;

import dev.witloof.host.WitInterface;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/**
 * Waiting for events.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:io/poll@0.2.12")
@NullMarked
public interface Poll {
    /**
     * Waits until at least one of the events has happened and returns the positions of those that have. Traps if the
     * list is empty or longer than a {@code u32} can count.
     *
     * @since 0.2.0
     */
    int[] poll(List<Pollable> in);

    /**
     * One event that can be waited for, such as bytes arriving on a stream.
     *
     * @since 0.2.0
     */
    interface Pollable extends AutoCloseable {
        /**
         * Whether the event has happened. Never blocks.
         *
         * @since 0.2.0
         */
        boolean ready();

        /**
         * Waits until the event has happened.
         *
         * @since 0.2.0
         */
        void block();

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }
}
