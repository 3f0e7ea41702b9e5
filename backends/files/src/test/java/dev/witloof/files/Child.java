package dev.witloof.files;

import dev.witloof.keyvalue.service.CounterType;
import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.keyvalue.service.StoredBucket;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Another process that uses a directory, and prints what it has done. */
final class Child implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;

    private Child(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static Child start(Object... arguments) throws IOException {
        return startBy(List.of(), arguments);
    }

    /** Started by another command, which ends with the child's. */
    static Child startBy(List<String> command, Object... arguments) throws IOException {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName()));
        Arrays.stream(arguments).map(String::valueOf).forEach(all::add);
        return new Child(new ProcessBuilder(all)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The next line; {@code null} when it has ended. */
    String line() throws IOException {
        return out.readLine();
    }

    /** All lines that are left. */
    List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(); line != null; line = line()) {
            lines.add(line);
        }
        return lines;
    }

    /** As {@code kill -9}; what it printed may still be read. */
    void kill() throws InterruptedException {
        // Unlike Process.destroyForcibly this leaves the pipe open.
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws InterruptedException, IOException {
        kill();
        out.close();
    }

    /** {@code what directory …} */
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[1]);
        PrintStream out = System.out;
        switch (arguments[0]) {
            case "write" -> write(directory, Integer.parseInt(arguments[2]), out);
            case "increment" -> increment(directory, Integer.parseInt(arguments[2]), out);
            case "hold" -> hold(directory, Integer.parseInt(arguments[2]), out);
            case "try" -> tryOnce(directory, Integer.parseInt(arguments[2]), out);
            case "set" -> set(directory, arguments[2], Integer.parseInt(arguments[3]), out);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** Sets keys in turn, and counts, until it is killed; each number is printed once the calls with it have returned. */
    private static void write(Path directory, int first, PrintStream out) throws Exception {
        try (KeyValueService service = Stores.open(directory)) {
            StoredBucket bucket = service.open("main");
            for (int number = first; ; number++) {
                bucket.set(key(number), value(number));
                bucket.increment("count", 1, CounterType.UNSIGNED);
                out.println(number);
                out.flush();
            }
        }
    }

    static String key(int number) {
        return "key" + number % 7;
    }

    /** The number, and bytes that only this number has. */
    static byte[] value(int number) {
        byte[] value = new byte[Integer.BYTES + number * 7919 % 200_000];
        Arrays.fill(value, (byte) number);
        ByteBuffer.wrap(value).putInt(number);
        return value;
    }

    private static void increment(Path directory, int times, PrintStream out) throws Exception {
        try (KeyValueService service = Stores.open(directory)) {
            StoredBucket bucket = service.open("main");
            for (int i = 0; i < times; i++) {
                out.println(bucket.increment("count", 1, CounterType.UNSIGNED));
            }
        }
    }

    /** Holds a lock until it is killed. */
    private static void hold(Path directory, int shard, PrintStream out) throws Exception {
        Place place = new Place(directory, "", false, Duration.ofSeconds(10));
        try (OpenDirectory open = OpenDirectory.open(place)) {
            open.write(Address.of("unfinished"), new byte[10]);
            open.locks().holding(shard, () -> {
                out.println("held");
                out.flush();
                Thread.sleep(Long.MAX_VALUE);
                return true;
            });
        }
    }

    /** Whether a lock is to be had. */
    private static void tryOnce(Path directory, int shard, PrintStream out) throws Exception {
        try (OpenDirectory open = OpenDirectory.open(new Place(directory, "", false, Duration.ofMillis(100)))) {
            out.println(open.locks().<String, RuntimeException>holding(shard, () -> "free"));
        } catch (Locks.BusyException e) {
            out.println("busy");
        }
    }

    private static void set(Path directory, String key, int bytes, PrintStream out) throws Exception {
        try (KeyValueService service = Stores.open(directory)) {
            service.open("main").set(key, new byte[bytes]);
            out.println("set");
        } catch (KeyValueException e) {
            out.println(e.kind() + " " + e.getMessage());
        } catch (IOException e) {
            out.println(e.getClass().getSimpleName());
        }
    }
}
