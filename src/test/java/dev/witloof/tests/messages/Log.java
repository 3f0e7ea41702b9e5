package dev.witloof.tests.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/** What is logged while something runs: the simple logger writes to standard error. */
final class Log {

    /** Something to run. */
    interface Action {
        void run() throws Exception;
    }

    private Log() {}

    /** The lines, from the level on. */
    static List<String> of(Action action) throws Exception {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(written, true, UTF_8));
        try {
            action.run();
        } finally {
            System.setErr(before);
        }
        return written.toString(UTF_8)
                .lines()
                .map(line -> line.replaceFirst("^\\[[^]]*] ", ""))
                .toList();
    }
}
