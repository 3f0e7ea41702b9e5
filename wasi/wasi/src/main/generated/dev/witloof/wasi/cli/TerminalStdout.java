// Made by witloof-bindings from wasi:cli/terminal-stdout@0.2.12.
// SHA-256 of its declarations: 1ed322ea941c5201eee19af01dc1bf6d57ece46ef3372d04c9159108b83e1b3b
// Changes made here are lost when it is made again.
package dev.witloof.wasi.cli;

import dev.witloof.host.WitInterface;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/**
 * Whether standard output is a terminal.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:cli/terminal-stdout@0.2.12")
@NullMarked
public interface TerminalStdout {
    /**
     * The terminal behind standard output, if it is one.
     *
     * @since 0.2.0
     */
    Optional<TerminalOutput.TerminalOutput_> getTerminalStdout();
}
