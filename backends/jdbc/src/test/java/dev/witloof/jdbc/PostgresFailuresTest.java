package dev.witloof.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.witloof.keyvalue.service.CounterType;
import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.keyvalue.service.StoredBucket;
import dev.witloof.link.Connections;
import dev.witloof.servers.Leaks;
import dev.witloof.servers.PostgresServer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that is killed, stopped for a while, started again. */
final class PostgresFailuresTest {

    private static final String PASSWORD = "unimportant";
    private static final Duration CALL = Duration.ofMillis(1000);
    private static final Duration SLACK = Duration.ofSeconds(3); // the machine may be busy

    private static Leaks before;
    private static PostgresServer server;

    private KeyValueService service;
    private StoredBucket bucket;

    @BeforeAll
    static void start() {
        before = Leaks.now();
        server = PostgresServer.start(PASSWORD);
    }

    @AfterAll
    static void stop() {
        server.close();
        assertThat(before.since()).isEmpty();
    }

    @BeforeEach
    void open() throws Exception {
        service = builder().build().open(new Connections());
        bucket = service.open("main");
    }

    private static JdbcKeyValue.Builder builder() {
        return Jdbc.keyValue()
                .url(server.url())
                .user(PostgresServer.USER)
                .password(PASSWORD)
                .connectTimeout(Duration.ofMillis(500))
                .callTimeout(CALL);
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
        return failure.getMessage().replace(server.url(), "SERVER");
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

    @Test
    void aServerThatIsGoneIsToldOfAndOneThatIsBackIsUsed() throws Exception {
        bucket.set("key", bytes("value"));
        server.kill();
        String gone = "SERVER: expected a connection, found none (SQLState 08001";
        assertThat(failure(() -> bucket.get("key"))).startsWith(gone);
        assertThat(failure(() -> bucket.increment("n", 1, CounterType.SIGNED))).startsWith(gone);
        assertThat(failure(() -> bucket.list(0))).startsWith(gone);
        assertThat(catchThrowable(service::check)).isInstanceOf(KeyValueException.class);
        server.restart();
        long back = System.nanoTime();
        assertThat(bucket.get("key")).isEqualTo(bytes("value"));
        assertThat(bucket.increment("n", 1, CounterType.SIGNED)).isEqualTo(1);
        service.check();
        assertThat(Duration.ofNanos(System.nanoTime() - back)).isLessThan(Duration.ofSeconds(2));
        bucket.delete("n");
    }

    @Test
    void L14_theNextCallAfterARestartWorks() throws Exception {
        bucket.set("n", bytes("0"));
        for (int i = 1; i <= 3; i++) {
            server.restart();
            assertThat(bucket.increment("n", 1, CounterType.UNSIGNED)).isEqualTo(i);
            server.restart();
            bucket.set("key", bytes("value " + i));
        }
    }

    @Test
    void anOutageOfSecondsIsOverAtOnceWhenTheServerIsBack() throws Exception {
        server.kill();
        ExecutorService callers = Executors.newFixedThreadPool(4);
        AtomicLong failed = new AtomicLong();
        for (int i = 0; i < 4; i++) {
            callers.submit(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    try {
                        bucket.get("key");
                    } catch (KeyValueException failure) {
                        failed.incrementAndGet();
                    }
                }
            });
        }
        TimeUnit.SECONDS.sleep(8);
        server.restart();
        long back = System.nanoTime();
        bucket.get("key");
        Duration took = Duration.ofNanos(System.nanoTime() - back);
        callers.shutdownNow();
        assertThat(callers.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
        assertThat(failed).hasPositiveValue();
        assertThat(took).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void whatWasAcknowledgedIsThereAfterAKillInTheMiddle() throws Exception {
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        AtomicLong counted = new AtomicLong();
        AtomicLong tried = new AtomicLong();
        Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();
        Queue<Duration> took = new ConcurrentLinkedQueue<>();
        bucket.set("count", bytes("0"));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int thread = 0; thread < 4; thread++) {
            int number = thread;
            threads.submit(() -> {
                for (int i = 0; i < 100_000; i++) {
                    long began = System.nanoTime();
                    try {
                        String key = number + "-" + i;
                        bucket.set(key, bytes("value " + i));
                        acknowledged.put(key, "value " + i);
                        began = System.nanoTime();
                        tried.incrementAndGet();
                        bucket.increment("count", 1, CounterType.SIGNED);
                        counted.incrementAndGet();
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
        TimeUnit.MILLISECONDS.sleep(700);
        server.kill();
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(unexpected).isEmpty();
        assertThat(took).hasSize(4).allMatch(each -> each.compareTo(CALL.plus(SLACK)) < 0);
        server.restart();
        assertThat(acknowledged).isNotEmpty();
        for (Map.Entry<String, String> each : acknowledged.entrySet()) {
            assertThat(bucket.get(each.getKey())).isEqualTo(bytes(each.getValue()));
        }
        assertThat(bucket.increment("count", 0, CounterType.SIGNED)).isBetween(counted.get(), tried.get());
    }

    @Test
    void aServerThatDoesNotAnswerIsNotWaitedForLonger() throws Exception {
        bucket.set("key", bytes("value"));
        server.pause();
        try {
            for (Callable<?> call : List.<Callable<?>>of(
                    () -> bucket.get("key"),
                    () -> bucket.exists("key"),
                    () -> bucket.increment("n", 1, CounterType.UNSIGNED))) {
                assertThat(failure(call))
                        .isIn(
                                "SERVER: expected an answer within 1s, found none",
                                "SERVER: expected a free connection, found none within the time for it");
            }
        } finally {
            server.resume();
        }
        assertThat(bucket.get("key")).isEqualTo(bytes("value"));
    }

    @Test
    void aRowThatIsLockedIsNotWaitedForLonger() throws Exception {
        bucket.set("key", bytes("value"));
        try (Connection other = DriverManager.getConnection(server.url(), PostgresServer.USER, PASSWORD)) {
            other.setAutoCommit(false);
            Dialect.execute(other, "UPDATE witloof_keyvalue SET version = 0");
            assertThat(failure(() -> {
                        bucket.set("key", bytes("new"));
                        return "set";
                    }))
                    .isEqualTo("SERVER: expected an answer within 1s, found none");
            other.rollback();
        }
        assertThat(bucket.get("key")).isEqualTo(bytes("value"));
    }

    @Test
    @SuppressWarnings("try") // close may well be interrupted
    void whoWaitsForAConnectionIsNotKeptLonger() throws Exception {
        try (KeyValueService narrow = builder().maximumConnections(1).build().open(new Connections());
                Connection other = DriverManager.getConnection(server.url(), PostgresServer.USER, PASSWORD)) {
            StoredBucket one = narrow.open("main");
            one.set("key", bytes("value"));
            other.setAutoCommit(false);
            Dialect.execute(other, "UPDATE witloof_keyvalue SET version = 0");
            ExecutorService thread = Executors.newSingleThreadExecutor();
            thread.submit(() -> failure(() -> {
                one.set("key", bytes("new"));
                return "set";
            }));
            TimeUnit.MILLISECONDS.sleep(100);
            assertThat(failure(() -> one.get("key")))
                    .isEqualTo("SERVER: expected a free connection, found none within the time for it");
            other.rollback();
            thread.shutdown();
            assertThat(thread.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void anInterruptEndsTheWaitForAConnection() throws Exception {
        server.kill();
        Thread.currentThread().interrupt();
        assertThat(failure(() -> bucket.get("key")))
                .isEqualTo("SERVER: expected an answer, found the thread interrupted");
        assertThat(Thread.interrupted()).isTrue();
        server.restart();
        assertThat(bucket.exists("none")).isFalse();
    }

    @Test
    void aStartWithoutAServerFailsAndLeavesNothing() {
        server.kill();
        Throwable failure =
                catchThrowable(() -> builder().prefix("other_").build().open(new Connections()));
        server.restart();
        assertThat(failure)
                .hasMessage(server.url()
                        + ": expected a connection, found none (SQLState 08001, java.net.ConnectException)");
    }
}
