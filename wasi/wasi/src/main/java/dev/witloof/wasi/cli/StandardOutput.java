package dev.witloof.wasi.cli;

import dev.witloof.wasi.io.Sink;
import dev.witloof.wasi.io.SinkStream;
import dev.witloof.wasi.io.Streams;
import java.util.Optional;

/**
 * {@code wasi:cli/stdout} and {@code terminal-stdout}. Every instance, and every call, gets a stream of its own over one sink,
 * which stays open.
 *
 * @see <a href="https://github.com/WebAssembly/wasi-cli/blob/e922fd7bd137cd284a5e6c4815a5a630d32fdd01/wit/stdio.wit">wasi:cli/stdout</a>
 */
public final class StandardOutput implements Stdout, TerminalStdout {

    private final Sink sink;
    private final boolean terminal;

    /**
     * Standard output.
     *
     * @param sink what is written to; it stays open
     * @param terminal whether guests are told that it is a terminal
     */
    public StandardOutput(Sink sink, boolean terminal) {
        this.sink = sink.shared();
        this.terminal = terminal;
    }

    @Override
    public Streams.OutputStream getStdout() {
        return SinkStream.of(sink);
    }

    @Override
    public Optional<TerminalOutput.TerminalOutput_> getTerminalStdout() {
        return terminal ? Optional.of(new TerminalOutput.TerminalOutput_() {}) : Optional.empty();
    }
}
