package dev.witloof.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.witloof.keyvalue.service.CounterType;
import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.keyvalue.service.StoredBucket;
import dev.witloof.link.Connections;
import dev.witloof.servers.Leaks;
import dev.witloof.servers.RedisServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that is killed, stopped for a while, started again. */
final class RedisFailuresTest {

    private static final Duration CALL = Duration.ofMillis(600);
    private static final Duration SLACK = Duration.ofSeconds(3); // the machine may be busy

    private static RedisServer server;
    private static Leaks before;

    private KeyValueService service;
    private StoredBucket bucket;

    @BeforeAll
    static void start() {
        server = RedisServer.startDurable();
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
        service = open(Redis.keyValue());
        bucket = service.open("main");
    }

    private static KeyValueService open(RedisKeyValue.Builder builder) throws Exception {
        return builder.address(server.address())
                .connectTimeout(Duration.ofMillis(500))
                .callTimeout(CALL)
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
                .isEqualTo("Redis at SERVER: expected a connection, found ConnectException");
        assertThat(failure(set("key", bytes("new"))))
                .isEqualTo("Redis at SERVER: expected a connection, found ConnectException");
        assertThat(failure(() -> bucket.increment("n", 1, CounterType.SIGNED)))
                .isEqualTo("Redis at SERVER: expected a connection, found ConnectException");
        assertThat(catchThrowable(service::check)).isInstanceOf(KeyValueException.class);
        server.restart();
        assertThat(bucket.get("key")).isEqualTo(bytes("value"));
        assertThat(bucket.increment("n", 1, CounterType.SIGNED)).isEqualTo(1);
        service.check();
        bucket.delete("n");
    }

    @Test
    void L14_connectionsThatARestartBrokeAreNoticedBeforeTheyAreUsed() throws Exception {
        bucket.set("n", bytes("0"));
        for (int i = 1; i <= 3; i++) {
            server.restart();
            // Not one of these may be tried twice, so the broken connection must not be tried at all.
            assertThat(bucket.increment("n", 1, CounterType.UNSIGNED)).isEqualTo(i);
            assertThat(bucket.swap("swapped" + i, bucket.see("swapped" + i), bytes("x")))
                    .isTrue();
        }
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
                for (int i = 0; !Thread.currentThread().isInterrupted() && i < 100_000; i++) {
                    long began = System.nanoTime();
                    try {
                        String key = number + "-" + i;
                        bucket.set(key, bytes("value " + i));
                        acknowledged.put(key, "value " + i);
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
        TimeUnit.MILLISECONDS.sleep(500);
        server.kill();
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(unexpected).isEmpty();
        assertThat(took)
                .hasSize(4)
                .allMatch(each -> each.compareTo(CALL.multipliedBy(2).plus(SLACK)) < 0);
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
            assertThat(failure(() -> bucket.get("key")))
                    .isEqualTo("Redis at SERVER: expected an answer within 600 ms, found none");
            assertThat(failure(() -> bucket.increment("n", 1, CounterType.UNSIGNED)))
                    .startsWith("Redis at SERVER: expected ")
                    .endsWith(" ms, found none");
            assertThat(failure(() -> bucket.list(0))).endsWith(" ms, found none");
        } finally {
            server.resume();
        }
        assertThat(bucket.get("key")).isEqualTo(bytes("value"));
    }

    @Test
    void toSendToAServerThatDoesNotReadIsGivenUp() throws Exception {
        bucket.set("key", bytes("value"));
        byte[] more = new byte[64 << 20]; // than the system takes in for it
        server.pause();
        try {
            assertThat(failure(set("key", more)))
                    .isEqualTo("Redis at SERVER: expected an answer within 600 ms, found none");
        } finally {
            server.resume();
        }
        assertThat(bucket.get("key")).isEqualTo(bytes("value"));
    }

    @Test
    void whoWaitsForAConnectionIsNotKeptLonger() throws Exception {
        try (KeyValueService one = open(Redis.keyValue().maximumConnections(1).prefix("one:"))) {
            StoredBucket narrow = one.open("main");
            ExecutorService threads = Executors.newFixedThreadPool(6);
            server.pause();
            try {
                List<Future<String>> failures = IntStream.range(0, 6)
                        .mapToObj(i -> threads.submit(() -> failure(() -> narrow.get("key"))))
                        .toList();
                for (Future<String> each : failures) {
                    assertThat(each.get())
                            .isIn(
                                    "Redis at SERVER: expected an answer within 600 ms, found none",
                                    "Redis at SERVER: expected a free connection within 600 ms, found all 1 in use",
                                    "Redis at SERVER: expected a connection within 500 ms, found none");
                }
            } finally {
                server.resume();
                threads.shutdown();
            }
            assertThat(narrow.get("key")).isNull();
        }
    }

    @Test
    void anInterruptEndsACall() throws Exception {
        bucket.set("key", bytes("value"));
        server.pause();
        try {
            Thread.currentThread().interrupt();
            assertThat(failure(() -> bucket.get("key")))
                    .isEqualTo("Redis at SERVER: expected a free connection, found an interrupt");
            assertThat(Thread.interrupted()).isTrue();
            Thread caller = Thread.currentThread();
            ExecutorService other = Executors.newSingleThreadExecutor();
            other.submit(() -> {
                TimeUnit.MILLISECONDS.sleep(100);
                caller.interrupt();
                return null;
            });
            String ended = failure(() -> bucket.get("key"));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(ended).isEqualTo("Redis at SERVER: expected an answer, found ClosedByInterruptException");
            other.shutdown();
        } finally {
            server.resume();
        }
        assertThat(bucket.get("key")).isEqualTo(bytes("value"));
    }

    @Test
    void aStartWithoutAServerFailsAndLeavesNothing() {
        server.kill();
        Throwable failure = catchThrowable(() -> open(Redis.keyValue().prefix("other:")));
        server.restart();
        assertThat(failure)
                .hasMessage("Redis at " + server.address() + ": expected a connection, found ConnectException");
    }
}
