package dev.witloof.wasi.cli;

import dev.witloof.wasi.io.Source;
import dev.witloof.wasi.io.SourceStream;
import dev.witloof.wasi.io.Streams;
import java.util.Optional;

/**
 * {@code wasi:cli/stdin} and {@code terminal-stdin}. Every instance, and every call, gets a stream of its own over one source,
 * which stays open.
 *
 * @see <a href="https://github.com/WebAssembly/wasi-cli/blob/e922fd7bd137cd284a5e6c4815a5a630d32fdd01/wit/stdio.wit">wasi:cli/stdin</a>
 */
public final class StandardInput implements Stdin, TerminalStdin {

    private final Source source;
    private final boolean terminal;

    /**
     * Standard input.
     *
     * @param source what is read; it stays open
     * @param terminal whether guests are told that it is a terminal
     */
    public StandardInput(Source source, boolean terminal) {
        this.source = source.shared();
        this.terminal = terminal;
    }

    @Override
    public Streams.InputStream getStdin() {
        return SourceStream.of(source);
    }

    @Override
    public Optional<TerminalInput.TerminalInput_> getTerminalStdin() {
        return terminal ? Optional.of(new TerminalInput.TerminalInput_() {}) : Optional.empty();
    }
}
