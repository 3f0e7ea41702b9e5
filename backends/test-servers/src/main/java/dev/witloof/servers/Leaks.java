package dev.witloof.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The threads and sockets that this process has, to be compared before and after a test class. Sockets are known on Linux
 * only.
 */
public final class Leaks {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final List<Path> TCP = List.of(Path.of("/proc/self/net/tcp"), Path.of("/proc/self/net/tcp6"));
    private static final int INODE = 9;
    private static final int MANY_TIMES = 500;

    private final TreeSet<String> threads;
    private final int sockets;

    private Leaks(TreeSet<String> threads, int sockets) {
        this.threads = threads;
        this.sockets = sockets;
    }

    /** What there is now. */
    public static Leaks now() {
        return new Leaks(threads(), sockets());
    }

    private static TreeSet<String> threads() {
        TreeSet<String> names = new TreeSet<>();
        Thread.getAllStackTraces().keySet().forEach(each -> names.add(each.getName() + " #" + each.getId()));
        return names;
    }

    /** Those of TCP alone: the JVM has one of another kind, once it needs it and for good. */
    private static int sockets() {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return 0;
        }
        Set<String> ofTcp = new HashSet<>();
        int sockets = 0;
        try (Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
            for (Path table : TCP) {
                if (Files.exists(table)) {
                    Files.readAllLines(table)
                            .forEach(line -> ofTcp.add("socket:[" + line.strip().split(" +")[INODE] + "]"));
                }
            }
            for (Path each : (Iterable<Path>) descriptors::iterator) {
                try {
                    sockets += ofTcp.contains(Files.readSymbolicLink(each).toString()) ? 1 : 0;
                } catch (IOException closedMeanwhile) {
                    // It is none then.
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sockets;
    }

    /**
     * What there is now and was not then, such as {@code thread pool-1-thread-1 #31}; empty if nothing is. What is ending is
     * given five seconds to end.
     */
    public List<String> since() {
        List<String> left = left();
        for (int i = 0; i < MANY_TIMES && !left.isEmpty(); i++) {
            try {
                TimeUnit.MILLISECONDS.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return left;
            }
            left = left();
        }
        return left;
    }

    private List<String> left() {
        List<String> left = new ArrayList<>();
        for (String thread : threads()) {
            // The JVM's own threads and the test engine's come and go; what belongs to a client has a name of its own.
            if (!threads.contains(thread) && !isOfTheVirtualMachine(thread)) {
                left.add("thread " + thread);
            }
        }
        int more = sockets() - sockets;
        if (more > 0) {
            left.add(more + (more == 1 ? " socket" : " sockets"));
        }
        return left;
    }

    private static boolean isOfTheVirtualMachine(String thread) {
        return Stream.of(
                        "process reaper",
                        "Attach Listener",
                        "Common-Cleaner",
                        "Cleaner-",
                        "C1 ",
                        "C2 ",
                        "surefire-",
                        "junit-",
                        "ForkJoinPool")
                .anyMatch(thread::startsWith);
    }
}
