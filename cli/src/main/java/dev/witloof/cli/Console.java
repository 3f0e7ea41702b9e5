package dev.witloof.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a process has: its streams, which of them are terminals, and its environment.
 *
 * @param in standard input
 * @param out where results go
 * @param err where everything else goes
 * @param outIsTerminal whether a person sees the results as they come
 * @param errIsTerminal whether a person sees the rest as it comes
 * @param environment the environment variables
 */
record Console(
        InputStream in,
        Results out,
        PrintStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Map<String, String> environment) {

    /** Set by the start script, which can ask: the names of the streams that are terminals. */
    private static final String TERMINALS = "witloof.terminals";

    /** The process's own; text is UTF-8 everywhere. */
    static Console ofProcess() {
        return new Console(
                new FileInputStream(FileDescriptor.in),
                new Results(new FileOutputStream(FileDescriptor.out)),
                stream(new FileOutputStream(FileDescriptor.err)),
                isTerminal("out", 1),
                isTerminal("err", 2),
                System.getenv());
    }

    static PrintStream stream(OutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    /** Java itself knows only whether all streams together are a terminal. */
    private static boolean isTerminal(String name, int descriptor) {
        String terminals = System.getProperty(TERMINALS);
        if (terminals != null) {
            return terminals.contains(name);
        }
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException none) {
            return false;
        }
    }

    /** Whether results may have colours. */
    boolean colouredOut() {
        return outIsTerminal && coloursWanted();
    }

    /** Whether reports and messages may have colours. */
    boolean colouredErr() {
        return errIsTerminal && coloursWanted();
    }

    private boolean coloursWanted() {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }
}
