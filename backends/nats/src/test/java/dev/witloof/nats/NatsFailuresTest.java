package dev.witloof.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.witloof.blobstore.service.BlobService;
import dev.witloof.blobstore.service.ByteRange;
import dev.witloof.blobstore.service.ObjectReader;
import dev.witloof.blobstore.service.ObjectWriter;
import dev.witloof.blobstore.service.StoredContainer;
import dev.witloof.keyvalue.service.CounterType;
import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.keyvalue.service.StoredBucket;
import dev.witloof.link.Connections;
import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.MessagingService;
import dev.witloof.servers.Leaks;
import dev.witloof.servers.NatsServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that is killed, stopped for a while, started again. */
final class NatsFailuresTest {

    private static final Duration CALL = Duration.ofMillis(600);
    private static final Duration SLACK = Duration.ofSeconds(3); // the machine may be busy

    private static NatsServer server;
    private static Leaks before;

    private final Connections connections = new Connections();
    private KeyValueService service;
    private StoredBucket bucket;

    @BeforeAll
    static void start() {
        server = NatsServer.start();
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
        service = at(Nats.keyValue()).build().open(connections);
        bucket = service.open("main");
    }

    private static <B extends NatsBuilder<B>> B at(B builder) {
        return builder.address(server.address())
                .connectTimeout(Duration.ofMillis(500))
                .callTimeout(CALL);
    }

    @AfterEach
    void close() throws Exception {
        service.close();
        if (!server.isAlive()) {
            server.restart(); // a test that failed half way is one failure, not that of all others
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Fails in time, with an exception of the interface. */
    private static String failure(Callable<?> call) {
        long began = System.nanoTime();
        Throwable failure = catchThrowable(call::call);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(CALL.plus(SLACK));
        assertThat(failure.getClass().getName()).matches("dev\\.witloof\\.\\w+\\.service\\.\\w+Exception");
        if (failure instanceof KeyValueException told) {
            assertThat(told.kind()).isEqualTo(kind(told.getMessage()));
        }
        return failure.getMessage().replace(server.address(), "SERVER");
    }

    /** What the third form is told. */
    private static KeyValueException.Kind kind(String text) {
        if (text.contains("interrupt")) {
            return KeyValueException.Kind.OTHER;
        }
        return text.contains("expected an answer within")
                ? KeyValueException.Kind.TIMEOUT
                : KeyValueException.Kind.UNAVAILABLE;
    }

    /** What a call gives within two seconds, tried again and again: the server has just been started. */
    private static <T> T soon(Callable<T> call) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        while (true) {
            try {
                return call.call();
            } catch (Exception notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
            }
        }
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
        String gone = "NATS at SERVER: expected a connection, found none";
        assertThat(failure(() -> bucket.get("key"))).isEqualTo(gone);
        assertThat(failure(set("key", bytes("new")))).isEqualTo(gone);
        assertThat(failure(() -> bucket.increment("n", 1, CounterType.SIGNED))).isEqualTo(gone);
        assertThat(failure(() -> bucket.list(0))).isEqualTo(gone);
        assertThat(failure(() -> service.open("other"))).isEqualTo(gone);
        assertThat(catchThrowable(service::check)).isInstanceOf(KeyValueException.class);
        server.restart();
        assertThat(bucket.get("key")).isEqualTo(bytes("value"));
        assertThat(bucket.increment("n", 1, CounterType.SIGNED)).isEqualTo(1);
        service.check();
        bucket.delete("n");
    }

    @Test
    void L14_whatIsAskedRightAfterARestartIsAnswered() throws Exception {
        bucket.set("n", bytes("0"));
        for (int i = 1; i <= 5; i++) {
            server.restart();
            long began = System.nanoTime();
            assertThat(bucket.increment("n", 1, CounterType.UNSIGNED)).isEqualTo(i);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
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
                for (int i = 0; i < 100_000; i++) {
                    long began = System.nanoTime();
                    try {
                        String key = number + "-" + i;
                        bucket.set(key, bytes("value " + i));
                        if (i % 3 == 0) {
                            bucket.delete(key);
                        }
                        acknowledged.put(key, i % 3 == 0 ? "" : "value " + i);
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
            assertThat(bucket.get(each.getKey()))
                    .as(each.getKey())
                    .isEqualTo(each.getValue().isEmpty() ? null : bytes(each.getValue()));
        }
        assertThat(bucket.increment("count", 0, CounterType.SIGNED)).isBetween(counted.get(), tried.get());
    }

    @Test
    void aServerThatDoesNotAnswerIsNotWaitedForLonger() throws Exception {
        bucket.set("key", bytes("value"));
        String late = "NATS at SERVER: expected an answer within 600 ms, found none";
        server.pause();
        try {
            assertThat(failure(() -> bucket.get("key"))).isEqualTo(late);
            assertThat(failure(() -> bucket.increment("n", 1, CounterType.UNSIGNED)))
                    .startsWith("NATS at SERVER: expected an answer");
            assertThat(failure(() -> bucket.list(0))).startsWith("NATS at SERVER: expected an answer");
            assertThat(catchThrowable(service::check)).isInstanceOf(KeyValueException.class);
        } finally {
            server.resume();
        }
        assertThat(bucket.get("key")).isEqualTo(bytes("value"));
    }

    @Test
    void toSendToAServerThatDoesNotReadIsGivenUp() throws Exception {
        bucket.set("key", bytes("value"));
        byte[] large = new byte[7 << 20];
        server.pause();
        try {
            for (int i = 0; i < 4; i++) {
                assertThat(failure(set("key", large)))
                        .isEqualTo("NATS at SERVER: expected an answer within 600 ms, found none");
            }
        } finally {
            server.resume();
        }
        assertThat(bucket.get("other")).isNull();
    }

    @Test
    void anInterruptEndsACall() throws Exception {
        server.pause();
        try {
            Thread.currentThread().interrupt();
            assertThat(failure(() -> bucket.get("key")))
                    .isEqualTo("NATS at SERVER: expected to wait for an answer, found an interrupt");
            assertThat(Thread.interrupted()).isTrue();
        } finally {
            server.resume();
        }
        assertThat(bucket.get("none")).isNull();
    }

    @Test
    void aStartWithoutAServerFailsAndLeavesNothing() throws Exception {
        service.close();
        server.kill();
        Throwable failure = catchThrowable(() -> at(Nats.keyValue()).build().open(connections));
        server.restart();
        assertThat(failure)
                .hasMessage("NATS at " + server.address() + ": expected a connection within 500 ms, found none");
    }

    @Test
    void aBucketInMemoryIsMadeAnew() throws Exception {
        try (KeyValueService inMemory = at(Nats.keyValue())
                .prefix("memory-")
                .storage(StoreBuilder.Storage.MEMORY)
                .build()
                .open(connections)) {
            StoredBucket forgetful = inMemory.open("main");
            forgetful.set("key", bytes("value"));
            server.restart();
            assertThat(soon(() -> forgetful.get("key"))).isNull();
            forgetful.set("key", bytes("again"));
            assertThat(forgetful.get("key")).isEqualTo(bytes("again"));
        }
    }

    @Test
    void subscriptionsAreThereAgain() throws Exception {
        BlockingQueue<Message> received = new LinkedBlockingQueue<>();
        try (MessagingService messages = at(Nats.messaging()).build().open(connections)) {
            messages.subscribe("a.*", received::add);
            server.kill();
            assertThat(failure(() -> {
                        messages.publish(Message.of("a.lost", new byte[0]));
                        messages.publish(Message.of("a.lost", new byte[0]));
                        TimeUnit.MILLISECONDS.sleep(100);
                        messages.publish(Message.of("a.lost", new byte[0]));
                        return "sent";
                    }))
                    .isEqualTo("NATS at SERVER: expected a connection, found none");
            assertThat(failure(() -> messages.request(Message.of("a.b", new byte[0]), CALL, 1)))
                    .isEqualTo("NATS at SERVER: expected a connection, found none");
            server.restart();
            soon(() -> {
                messages.check();
                return "there";
            });
            messages.publish(Message.of("a.b", bytes("after")));
            Message last = received.poll(5, TimeUnit.SECONDS);
            while (last != null && last.subject().equals("a.lost")) {
                last = received.poll(5, TimeUnit.SECONDS);
            }
            assertThat(last).isNotNull();
            assertThat(last.body()).isEqualTo(bytes("after"));
        }
    }

    @Test
    void objectsAreThereAfterAKillAndWhatIsHalfWrittenIsNot() throws Exception {
        try (BlobService blobs = at(Nats.blobs()).build().open(connections)) {
            StoredContainer container = blobs.createContainer("objects");
            byte[] large = new byte[3 << 20];
            large[large.length - 1] = 1;
            try (ObjectWriter writer = container.write("whole")) {
                writer.write(large, 0, large.length);
                writer.commit();
            }
            try (ObjectWriter half = container.write("half")) {
                half.write(large, 0, large.length);
                server.kill();
                assertThat(failure(() -> {
                            half.commit();
                            return "committed";
                        }))
                        .isIn( // whether it was noticed before the last piece was sent or after
                                "NATS at SERVER: expected a connection, found none",
                                "NATS at SERVER: expected an answer within 600 ms, found none");
                assertThat(failure(() -> container.read("whole", ByteRange.ALL)))
                        .isEqualTo("NATS at SERVER: expected a connection, found none");
            }
            server.restart();
            assertThat(soon(() -> container.has("half"))).isFalse();
            byte[] read = new byte[large.length];
            try (ObjectReader reader = container.read("whole", ByteRange.ALL)) {
                int filled = 0;
                for (int n = 0; n >= 0 && filled < read.length; filled += n) {
                    n = reader.read(read, filled, read.length - filled);
                }
            }
            assertThat(read).isEqualTo(large);
            blobs.delete("objects");
        }
    }
}
