package dev.witloof.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs {@link StartUp} in virtual machines of its own and prints how long each took: without a cache, with an empty one,
 * and with one that was filled before. Its arguments are the number of runs of each, and the guest.
 */
final class StartUps {

    private final String guest;
    private final int runs;

    private StartUps(String guest, int runs) {
        this.guest = guest;
        this.runs = runs;
    }

    /** Measures and prints a table. */
    public static void main(String[] args) throws IOException, InterruptedException {
        new StartUps(args[1], Integer.parseInt(args[0])).run();
    }

    private void run() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("witloof-start");
        Path cache = directory.resolve("code");
        System.out.println("| " + guest + " | fastest (ms) | median (ms) | slowest (ms) |\n|---|---|---|---|");
        long[] without = new long[runs];
        long[] empty = new long[runs];
        long[] second = new long[runs];
        for (int i = 0; i < runs; i++) {
            without[i] = start();
            empty[i] = start(cache.toString());
            second[i] = start(cache.toString());
            delete(cache);
        }
        Files.delete(directory);
        print("no cache", without);
        print("empty cache", empty);
        print("second start", second);
    }

    private long start(String... cache) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StartUp.class.getName(),
                guest));
        command.addAll(List.of(cache));
        long before = System.nanoTime();
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        long after = System.nanoTime();
        if (status != 0) {
            throw new IllegalStateException(command + ": expected to end with 0, found " + status);
        }
        return TimeUnit.NANOSECONDS.toMillis(after - before);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    private static void print(String name, long[] times) {
        Arrays.sort(times);
        System.out.println("| " + name + " | " + times[0] + " | " + times[(times.length - 1) / 2] + " | "
                + times[times.length - 1] + " |");
    }
}
