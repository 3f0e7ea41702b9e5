package dev.witloof.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.witloof.instance.Component;
import dev.witloof.keyvalue.KeyValue;
import dev.witloof.link.Deployment;
import dev.witloof.link.Linker;
import dev.witloof.link.PoolLimits;
import dev.witloof.wasi.Wasi;
import dev.witloof.wasi.http.HttpService;
import dev.witloof.wasi.http.WasiHttp;
import dev.witloof.wasi.http.server.HttpServiceHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Requests for a value of 200 bytes over eight connections that are kept, to the JDK's server: answered by {@code c-http} with two
 * stores in memory, or by a handler in Java that has two maps. Client and server share the machine.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(HttpBenchmark.CONNECTIONS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-Dsun.net.httpserver.nodelay=true"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class HttpBenchmark {

    static final int CONNECTIONS = 8;

    private static final String KEY = "ada";

    /** The server. */
    @State(Scope.Benchmark)
    public static class Served {

        /** By instances that are used again, by one for each request, or without a component. */
        @Param({"pool", "instance", "java"})
        public String by;

        private final byte[] value = new byte[200];
        private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        private Deployment deployment;
        private HttpServer server;

        /** Starts it with the value. */
        @Setup
        public void start() throws IOException, InterruptedException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), CONNECTIONS);
            server.setExecutor(threads);
            server.createContext("/", by.equals("java") ? new Values() : component());
            server.start();
            try (HttpClientConnection client = connection()) {
                client.put("/" + KEY, value);
            }
        }

        private HttpHandler component() throws IOException, InterruptedException {
            deployment = Linker.builder()
                    .bindAll(Wasi.builder().build().and(WasiHttp.builder().build()))
                    .bind("sessions")
                    .to(KeyValue.inMemory())
                    .bind("cache")
                    .to(KeyValue.inMemory())
                    .build()
                    .plan(Component.load(Guest.bytes("c-http/http.wasm")))
                    .start();
            return HttpServiceHandler.of(
                    by.equals("pool")
                            ? HttpService.of(deployment.pool(
                                    PoolLimits.builder().size(CONNECTIONS).build()))
                            : HttpService.of(deployment));
        }

        HttpClientConnection connection() throws IOException {
            return new HttpClientConnection(server.getAddress());
        }

        /** Stops it. */
        @TearDown
        public void stop() throws InterruptedException {
            server.stop(0);
            threads.shutdown();
            threads.awaitTermination(10, TimeUnit.SECONDS);
            if (deployment != null) {
                deployment.close();
            }
        }
    }

    /** What the component does, in Java. */
    private static final class Values implements HttpHandler {

        private final ConcurrentMap<String, byte[]> sessions = new ConcurrentHashMap<>();
        private final ConcurrentMap<String, byte[]> cache = new ConcurrentHashMap<>();

        @Override
        public void handle(HttpExchange exchange) throws IOException {
            String key = exchange.getRequestURI().getPath().substring(1);
            if (exchange.getRequestMethod().equals("PUT")) {
                byte[] value = exchange.getRequestBody().readAllBytes();
                sessions.put(key, value);
                cache.put(key, value);
                respond(exchange, 201, "store", "stored\n".getBytes(StandardCharsets.ISO_8859_1));
                return;
            }
            byte[] value = cache.get(key);
            if (value != null) {
                respond(exchange, 200, "cache", value);
                return;
            }
            value = sessions.get(key);
            if (value == null) {
                respond(exchange, 404, "store", "not found\n".getBytes(StandardCharsets.ISO_8859_1));
            } else {
                cache.put(key, value);
                respond(exchange, 200, "store", value);
            }
        }

        private static void respond(HttpExchange exchange, int status, String from, byte[] value) throws IOException {
            try (exchange) {
                exchange.getResponseHeaders().set("content-type", "application/octet-stream");
                exchange.getResponseHeaders().set("x-from", from);
                exchange.sendResponseHeaders(status, value.length);
                exchange.getResponseBody().write(value);
            }
        }
    }

    /** One connection. */
    @State(Scope.Thread)
    public static class Client {

        private HttpClientConnection connection;

        /** Connects. */
        @Setup
        public void connect(Served served) throws IOException {
            connection = served.connection();
        }

        /** Disconnects. */
        @TearDown
        public void disconnect() throws IOException {
            connection.close();
        }
    }

    /** A request and its response. */
    @Benchmark
    public int gets(Client client) throws IOException {
        return client.connection.get("/" + KEY);
    }
}
