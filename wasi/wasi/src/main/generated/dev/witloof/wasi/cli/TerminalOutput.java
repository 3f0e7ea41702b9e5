// Made by witloof-bindings from wasi:cli/terminal-output@0.2.12.
// SHA-256 of its declarations: 9e229191d31bb203ccd4be3578da0f470a259309516e1fa72f78a9d0f51a3bce
// Changes made here are lost when it is made again.
package dev.witloof.wasi.cli;

import dev.witloof.host.WitInterface;
import org.jspecify.annotations.NullMarked;

/**
 * The output side of a terminal.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:cli/terminal-output@0.2.12")
@NullMarked
public interface TerminalOutput {
    /**
     * Stands for a terminal that is written to. It has no functions yet.
     *
     * @since 0.2.0
     */
    interface TerminalOutput_ extends AutoCloseable {
        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }
}
