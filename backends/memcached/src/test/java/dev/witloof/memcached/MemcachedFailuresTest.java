package dev.witloof.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.witloof.keyvalue.service.CounterType;
import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.keyvalue.service.StoredBucket;
import dev.witloof.link.Connections;
import dev.witloof.servers.Leaks;
import dev.witloof.servers.MemcachedServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that is killed, stopped for a while, started again. */
final class MemcachedFailuresTest {

    private static final Duration CALL = Duration.ofMillis(600);
    private static final Duration SLACK = Duration.ofSeconds(3); // the machine may be busy

    private static MemcachedServer server;
    private static Leaks before;

    private KeyValueService service;
    private StoredBucket bucket;

    @BeforeAll
    static void start() {
        server = MemcachedServer.start();
        before = Leaks.now();
    }

    @AfterAll
    static void stop() {
        List<String> left = before.since();
        server.close();
        assertThat(left).isEmpty();
    }

    @BeforeEach
    void open() throws Exception {
        service = open(2);
        bucket = service.open("main");
    }

    private static KeyValueService open(int connections) throws Exception {
        return Memcached.keyValue()
                .address(server.address())
                .connectTimeout(Duration.ofMillis(500))
                .callTimeout(CALL)
                .connections(connections)
                .build()
                .open(new Connections());
    }

    @AfterEach
    void close() throws Exception {
        service.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Fails with the interface's error, in time. */
    private static String failure(Callable<?> call) {
        long began = System.nanoTime();
        Throwable failure = catchThrowable(call::call);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(CALL.plus(SLACK));
        assertThat(failure).isInstanceOf(KeyValueException.class);
        assertThat(((KeyValueException) failure).kind()).isEqualTo(kind(failure.getMessage()));
        return failure.getMessage().replace(server.address(), "SERVER");
    }

    /** What the third form is told. */
    private static KeyValueException.Kind kind(String text) {
        if (text.contains("nterrupt")) {
            return KeyValueException.Kind.OTHER;
        }
        return text.contains("expected an answer within") || text.contains("expected a free connection")
                ? KeyValueException.Kind.TIMEOUT
                : KeyValueException.Kind.UNAVAILABLE;
    }

    private Callable<?> set(String key, byte[] value) {
        return () -> {
            bucket.set(key, value);
            return "set";
        };
    }

    @Test
    void aServerThatIsGoneIsToldOfAndOneThatIsBackIsUsed() throws Exception {
        bucket.set("key", bytes("value"));
        server.kill();
        assertThat(failure(() -> bucket.get("key")))
                .isEqualTo("Memcached at SERVER: expected a connection, found ConnectException");
        assertThat(failure(set("key", bytes("new"))))
                .isEqualTo("Memcached at SERVER: expected a connection, found ConnectException");
        assertThat(failure(() -> bucket.increment("n", 1, CounterType.SIGNED)))
                .isEqualTo("Memcached at SERVER: expected a connection, found ConnectException");
        assertThat(catchThrowable(service::check)).isInstanceOf(KeyValueException.class);
        server.restart();
        assertThat(bucket.get("key")).isNull(); // it keeps nothing
        assertThat(bucket.increment("n", 1, CounterType.SIGNED)).isEqualTo(1);
        service.check();
    }

    @Test
    void L14_theFirstCallAfterARestartSucceedsHoweverLongItTook() throws Exception {
        for (int i = 1; i <= 3; i++) {
            bucket.set("key", bytes("value"));
            server.kill();
            for (int j = 0; j < 20; j++) {
                failure(() -> bucket.get("key")); // the library alone would wait the longer for each
            }
            server.restart();
            assertThat(bucket.increment("n", 1, CounterType.UNSIGNED)).isEqualTo(1);
        }
    }

    @Test
    void callsInTheMiddleOfAKillEndInTime() throws Exception {
        Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();
        Queue<Duration> took = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int thread = 0; thread < 4; thread++) {
            int number = thread;
            threads.submit(() -> {
                for (int i = 0; i < 1_000_000; i++) {
                    long began = System.nanoTime();
                    try {
                        bucket.set(number + "-" + i % 100, bytes("value " + i));
                        bucket.increment("count", 1, CounterType.SIGNED);
                    } catch (KeyValueException failure) {
                        took.add(Duration.ofNanos(System.nanoTime() - began));
                        return;
                    } catch (Throwable failure) {
                        unexpected.add(failure);
                        return;
                    }
                }
            });
        }
        TimeUnit.MILLISECONDS.sleep(500);
        server.kill();
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(unexpected).isEmpty();
        assertThat(took)
                .hasSize(4)
                .allMatch(each -> each.compareTo(CALL.multipliedBy(3).plus(SLACK)) < 0);
        server.restart();
        assertThat(bucket.get("count")).isNull();
    }

    @Test
    void aServerThatDoesNotAnswerIsNotWaitedForLonger() throws Exception {
        bucket.set("key", bytes("value"));
        server.pause();
        try {
            assertThat(failure(() -> bucket.get("key")))
                    .isEqualTo("Memcached at SERVER: expected an answer within 600 ms, found none");
            assertThat(failure(() -> bucket.increment("n", 1, CounterType.UNSIGNED)))
                    .isEqualTo("Memcached at SERVER: expected an answer within 600 ms, found none");
            assertThat(failure(set("large", new byte[3 << 20])))
                    .isEqualTo("Memcached at SERVER: expected an answer within 600 ms, found none");
            assertThat(failure(() -> open(1)))
                    .isEqualTo("Memcached at SERVER: expected an answer within 600 ms, found none");
        } finally {
            server.resume();
        }
        assertThat(bucket.get("key")).isEqualTo(bytes("value"));
    }

    @Test
    void aServerThatDoesNotAnswerDoesNotDelayTheEnd() throws Exception {
        KeyValueService other = open(1);
        server.pause();
        try {
            failure(() -> other.open("main").get("key"));
            long began = System.nanoTime();
            other.close();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        } finally {
            server.resume();
        }
    }

    @Test
    void anInterruptEndsACall() throws Exception {
        server.pause();
        try {
            Thread.currentThread().interrupt();
            String ended = failure(() -> bucket.get("key"));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(ended).isEqualTo("Memcached at SERVER: expected an answer, found an interrupt");
        } finally {
            server.resume();
        }
        assertThat(bucket.get("none")).isNull();
    }

    @Test
    void aStartWithoutAServerFailsAndLeavesNothing() {
        server.kill();
        Throwable failure = catchThrowable(() -> open(3));
        server.restart();
        assertThat(failure)
                .hasMessage("Memcached at " + server.address() + ": expected a connection, found ConnectException");
    }
}
