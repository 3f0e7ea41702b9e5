package dev.witloof.wasi.servlet;

import dev.witloof.keyvalue.KeyValue;
import dev.witloof.link.Deployment;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many requests to the handler over two stores, on eight connections, each answer compared. By hand, with a server, a source of
 * instances and a count:
 *
 * <pre>
 * java -Xmx256m -cp … dev.witloof.wasi.servlet.Load JDK POOL 1000000
 * </pre>
 */
final class Load {

    private static final int CONNECTIONS = 8;
    private static final int KEYS = 100;

    private Load() {}

    /** Prints what is taken up after each tenth. */
    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[2]);
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        run(
                Server.Kind.valueOf(arguments[0]),
                Guest.Instances.valueOf(arguments[1]),
                10,
                count / 10,
                wrong,
                () -> System.out.println(takenUp()));
        System.out.printf(
                "%,d requests in %.1f s, wrong: %s%n", count / 10 * 10, (System.nanoTime() - start) / 1e9, wrong);
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    private static String takenUp() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        String files = ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.UnixOperatingSystemMXBean system
                ? system.getOpenFileDescriptorCount() + " files, "
                : "";
        return (runtime.totalMemory() - runtime.freeMemory()) / 1024 + " KiB, " + files
                + ManagementFactory.getThreadMXBean().getThreadCount() + " threads";
    }

    /**
     * Sends requests in several rounds.
     *
     * @param wrong gets what was not answered as it should, and what the service told of
     * @param afterEach done after each round
     */
    static void run(
            Server.Kind kind, Guest.Instances instances, int rounds, int count, Queue<String> wrong, Runnable afterEach)
            throws Exception {
        try (Deployment deployment = Guest.deployment(KeyValue.inMemory(), KeyValue.inMemory());
                Server server = kind.serving(Guest.service(
                        deployment,
                        instances,
                        CONNECTIONS,
                        (request, why) -> wrong.add(request + ": " + why.getMessage())))) {
            ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
            List<Connection> connections = new ArrayList<>();
            try {
                for (int i = 0; i < CONNECTIONS; i++) {
                    connections.add(new Connection(server.address()));
                }
                for (int round = 0; round < rounds; round++) {
                    List<Future<?>> all = new ArrayList<>();
                    for (int connection = 0; connection < CONNECTIONS; connection++) {
                        int own = connection;
                        all.add(threads.submit(() -> {
                            requests(connections.get(own), own, count / CONNECTIONS, wrong);
                            return null;
                        }));
                    }
                    for (Future<?> each : all) {
                        each.get();
                    }
                    afterEach.run();
                }
            } finally {
                threads.shutdown();
                for (Connection each : connections) {
                    each.close();
                }
            }
        }
    }

    /** One client's: keys of its own, of which every third request puts one, and the others get it. */
    private static void requests(Connection connection, int own, int count, Queue<String> wrong) throws IOException {
        for (int i = 0; i < count; i++) {
            String key = "/" + own + "-" + i / 3 % KEYS;
            String value = "value " + own + " " + i / 3;
            boolean put = i % 3 == 0;
            String expected = put ? "201 stored\n" : "200 " + value;
            String found = put ? connection.send("PUT", key, value) : connection.send("GET", key, "");
            if (!found.equals(expected)) {
                wrong.add(key + ": expected " + expected + ", found " + found);
            }
        }
    }
}
