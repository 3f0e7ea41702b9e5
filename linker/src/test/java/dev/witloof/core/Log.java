package dev.witloof.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/** What is written to the log while something runs: the simple logger writes to standard error. */
public final class Log {

    /** Something to run. */
    public interface Action {
        void run() throws Exception;
    }

    private Log() {}

    /** The lines, without the logger's own words before them. */
    public static List<String> of(Action action) throws Exception {
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
