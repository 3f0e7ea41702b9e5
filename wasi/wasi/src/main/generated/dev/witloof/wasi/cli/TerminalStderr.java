// Made by witloof-bindings from wasi:cli/terminal-stderr@0.2.12.
// SHA-256 of its declarations: 273e4f67fcadf8635bc214b2669a22cd422662c76f176b452d4c88df0f87d555
// Changes made here are lost when it is made again.
package dev.witloof.wasi.cli;

import dev.witloof.host.WitInterface;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/**
 * Whether standard error is a terminal.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:cli/terminal-stderr@0.2.12")
@NullMarked
public interface TerminalStderr {
    /**
     * The terminal behind standard error, if it is one.
     *
     * @since 0.2.0
     */
    Optional<TerminalOutput.TerminalOutput_> getTerminalStderr();
}
