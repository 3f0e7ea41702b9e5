// Made by witloof-bindings from wasi:cli/terminal-stdin@0.2.12.
// SHA-256 of its declarations: d25974c4702001a5d42de904e10269506964baa2097dbb8d711d1c20aa9149eb
// Changes made here are lost when it is made again.
package dev.witloof.wasi.cli;

import dev.witloof.host.WitInterface;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/**
 * Whether standard input is a terminal.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:cli/terminal-stdin@0.2.12")
@NullMarked
public interface TerminalStdin {
    /**
     * The terminal behind standard input, if it is one.
     *
     * @since 0.2.0
     */
    Optional<TerminalInput.TerminalInput_> getTerminalStdin();
}
