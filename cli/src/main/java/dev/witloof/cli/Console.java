package dev.witloof.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a process has: its streams, which of them are terminals, and its environment.
 *
 * @param in standard input
 * @param stdout standard output, for guests
 * @param stderr standard error, for guests
 * @param out where results go
 * @param err where everything else goes
 * @param terminals which of the streams a person sees
 * @param environment the environment variables
 */
record Console(
        InputStream in,
        OutputStream stdout,
        OutputStream stderr,
        Results out,
        PrintStream err,
        Terminals terminals,
        Map<String, String> environment) {

    /** These streams; text is UTF-8 everywhere. */
    static Console of(
            InputStream in,
            OutputStream stdout,
            OutputStream stderr,
            Terminals terminals,
            Map<String, String> environment) {
        return new Console(
                in,
                stdout,
                stderr,
                new Results(stdout),
                new PrintStream(stderr, true, StandardCharsets.UTF_8),
                terminals,
                environment);
    }

    /** The process's own. */
    static Console ofProcess() {
        return of(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Terminals.ofProcess(),
                System.getenv());
    }

    /** Whether results may have colours. */
    boolean colouredOut() {
        return terminals.out() && coloursWanted();
    }

    /** Whether reports and messages may have colours. */
    boolean colouredErr() {
        return terminals.err() && coloursWanted();
    }

    private boolean coloursWanted() {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }
}
