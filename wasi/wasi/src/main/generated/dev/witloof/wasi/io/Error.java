// Made by witloof-bindings from wasi:io/error@0.2.12.
// SHA-256 of its declarations: 9ce35da76a487b2f7f747a61e95ed93b5dc2b39d35433c825844d85c6d8b2f60
// Changes made here are lost when it is made again.
package dev.witloof.wasi.io;

import dev.witloof.host.WitInterface;
import org.jspecify.annotations.NullMarked;

/**
 * What went wrong in a stream, seen from outside.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:io/error@0.2.12")
@NullMarked
public interface Error {
    /**
     * A failure whose kind only the interface that caused it can tell. Other interfaces have functions that turn it
     * into a code of their own.
     *
     * @since 0.2.0
     */
    interface Error_ extends AutoCloseable {
        /**
         * A text for logs and people. Its form is not fixed, so programs must not interpret it.
         *
         * @since 0.2.0
         */
        String toDebugString();

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }
}
