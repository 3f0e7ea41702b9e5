package dev.witloof.cli;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of the standard streams are terminals. The start script tells; without it, Linux's own list of what is open does. Where
 * there is neither, Java can say it of standard input and output together and of standard error not at all.
 */
record Terminals(boolean in, boolean out, boolean err) {

    static final Terminals NONE = new Terminals(false, false, false);

    /** Set by the start script, which can ask: the names of the streams that are terminals. */
    private static final String TOLD = "witloof.terminals";

    /** The process's own. */
    static Terminals ofProcess() {
        String told = System.getProperty(TOLD);
        if (told != null) {
            List<String> names = List.of(told.split(","));
            return new Terminals(names.contains("in"), names.contains("out"), names.contains("err"));
        }
        Path open = Path.of("/proc/self/fd");
        return Files.isDirectory(open) ? of(open) : of(System.console());
    }

    /**
     * By links to what is open.
     *
     * @param open a folder with a link for each number
     */
    static Terminals of(Path open) {
        return new Terminals(
                isTerminal(open.resolve("0")), isTerminal(open.resolve("1")), isTerminal(open.resolve("2")));
    }

    private static boolean isTerminal(Path link) {
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException none) {
            return false;
        }
    }

    /**
     * By Java's console. From Java 22 on there can be one without a terminal, and it says so; before that there is none then.
     */
    static Terminals of(java.io.@Nullable Console console) {
        boolean both;
        try {
            both = console != null
                    && (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            both = true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            both = false;
        }
        return new Terminals(both, both, false);
    }
}
