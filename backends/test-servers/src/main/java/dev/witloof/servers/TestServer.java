package dev.witloof.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server's process on a free port of the loopback interface, in a directory of its own that goes with it. One is started for
 * a test class, in {@code @BeforeAll}, and closed in {@code @AfterAll}. It can be killed, stopped for a while and started
 * again, on the same port and with the same files.
 *
 * <p>A subclass says in {@link #command} how the program is started, and in {@link #isReady} when it answers; its constructor
 * ends with {@link #start}.
 */
public abstract class TestServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MANY_PORTS = 20;

    private final String name;
    private final Path directory;
    private int port;
    private @Nullable Process process;

    /**
     * A server that is not started.
     *
     * @param name what it is called in messages
     */
    protected TestServer(String name) {
        this.name = name;
        this.port = freePort();
        try {
            this.directory = Files.createTempDirectory("witloof-" + name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command that starts it in the foreground on {@link #port()}, with its files in {@link #directory()}. */
    protected abstract List<String> command();

    /**
     * Whether it answers, asked again and again after its port can be connected to; by default that is enough.
     *
     * @param socket a connection to its port
     * @throws IOException if it does not answer yet
     */
    protected boolean isReady(Socket socket) throws IOException {
        return true;
    }

    /** Starts it and waits until it answers. Another may have taken the port meanwhile: then another port is tried. */
    protected final void start() {
        for (int attempt = 0; ; attempt++) {
            if (launch()) {
                return;
            }
            if (attempt == MANY_PORTS) {
                throw new IllegalStateException(name + " did not start:\n" + log());
            }
            port = freePort();
        }
    }

    private boolean launch() {
        try {
            Process started = new ProcessBuilder(command())
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                    .start();
            process = started;
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                if (!started.isAlive()) {
                    return false;
                }
                if (answers()) {
                    return true;
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
            started.destroyForcibly();
            throw new IllegalStateException(name + " did not answer within " + PATIENCE + ":\n" + log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(name + ": interrupted while it started", e);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host(), port), 1000);
            socket.setSoTimeout(1000);
            return isReady(socket);
        } catch (IOException notYet) {
            return false;
        }
    }

    /** A port that nobody listened on a moment ago. */
    protected static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code 127.0.0.1}. */
    public final String host() {
        return "127.0.0.1";
    }

    /** Its port. */
    public final int port() {
        return port;
    }

    /** {@code 127.0.0.1:6379}. */
    public final String address() {
        return host() + ":" + port;
    }

    /** Its files. */
    public final Path directory() {
        return directory;
    }

    private Path logFile() {
        return directory.resolve("output.log");
    }

    /** What it printed so far. */
    public final String log() {
        try {
            return Files.exists(logFile()) ? Files.readString(logFile()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its process, while it has one. */
    private Process process() {
        if (process == null) {
            throw new IllegalStateException(name + ": expected to be started");
        }
        return process;
    }

    /** Whether it runs. */
    public final boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Kills it as nothing can be prevented from (SIGKILL), and waits until it is gone. */
    public void kill() {
        signal("KILL");
        await();
    }

    /** Stops it without ending it (SIGSTOP): connections stay, nothing is answered from when this returns. */
    public void pause() {
        signal("STOP");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!processes().allMatch(TestServer::isStopped)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(name + " did not stop within " + PATIENCE);
            }
            Thread.onSpinWait();
        }
    }

    /** A signal takes a moment, which Linux shows of each thread; other systems do not. */
    private static boolean isStopped(ProcessHandle process) {
        Path tasks = Path.of("/proc", String.valueOf(process.pid()), "task");
        if (!Files.isDirectory(tasks)) {
            return true;
        }
        try (Stream<Path> threads = Files.list(tasks)) {
            return threads.allMatch(thread -> state(thread).startsWith("T"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands behind the thread's name, which is in parentheses. */
    private static String state(Path thread) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            return stat.substring(stat.lastIndexOf(')') + 2);
        } catch (IOException ended) {
            return "T";
        }
    }

    private Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process().toHandle()), process().descendants());
    }

    /** Lets it go on after {@link #pause}. */
    public void resume() {
        signal("CONT");
    }

    /** Starts it again after {@link #kill}, on the same port and with the same files. */
    public void restart() {
        if (process().isAlive()) {
            kill();
        }
        for (int attempt = 0; attempt < MANY_PORTS; attempt++) {
            if (launch()) {
                return;
            }
        }
        throw new IllegalStateException(name + " did not start again:\n" + log());
    }

    /** Sends a signal to it and to what it started. */
    private void signal(String signal) {
        try {
            List<String> pids =
                    processes().map(each -> String.valueOf(each.pid())).toList();
            Process kill = new ProcessBuilder(Stream.concat(Stream.of("kill", "-" + signal), pids.stream())
                            .toList())
                    .redirectErrorStream(true)
                    .start();
            kill.getInputStream().readAllBytes();
            kill.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(name + ": interrupted while it was sent a signal", e);
        }
    }

    private void await() {
        try {
            if (!process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(name + " did not end within " + PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(name + ": interrupted while it ended", e);
        }
    }

    /** Ends it and removes its files. Closing again does nothing. */
    @Override
    public void close() {
        if (process != null) {
            if (process.isAlive()) {
                kill();
            }
            process = null;
            remove(directory);
        }
    }

    private static void remove(Path path) {
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path each : (Iterable<Path>) tree.sorted((a, b) -> b.compareTo(a))::iterator) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
