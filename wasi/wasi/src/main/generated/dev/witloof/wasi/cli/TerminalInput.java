// Made by witloof-bindings from wasi:cli/terminal-input@0.2.12.
// SHA-256 of its declarations: b387a0c2caba6c27b74bd3e559cc0c4fd4dc128b98917c9b79e4f179c7d6179b
// Changes made here are lost when it is made again.
package dev.witloof.wasi.cli;

import dev.witloof.host.WitInterface;
import org.jspecify.annotations.NullMarked;

/**
 * The input side of a terminal.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:cli/terminal-input@0.2.12")
@NullMarked
public interface TerminalInput {
    /**
     * Stands for a terminal that is read from. It has no functions yet.
     *
     * @since 0.2.0
     */
    interface TerminalInput_ extends AutoCloseable {
        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }
}
