package dev.witloof.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.keyvalue.service.CounterType;
import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.keyvalue.service.StoredBucket;
import dev.witloof.link.Connections;
import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.MessagingService;
import dev.witloof.servers.Certificate;
import dev.witloof.servers.Leaks;
import dev.witloof.servers.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks TLS only. */
final class RedisTlsTest {

    @TempDir
    static Path folder;

    private static Certificate certificate;
    private static RedisServer server;
    private static Leaks before;

    @BeforeAll
    static void start() throws Exception {
        certificate = Certificate.make(folder);
        server = RedisServer.startTls(certificate.certificate(), certificate.key());
        before = Leaks.now();
    }

    @AfterAll
    static void stop() {
        List<String> left = before.since();
        server.close();
        assertThat(left).isEmpty();
    }

    private static KeyValueService open(RedisKeyValue.Builder builder) throws Exception {
        return builder.callTimeout(Duration.ofMillis(800)).build().open(new Connections());
    }

    private static KeyValueService trusting() throws Exception {
        return open(Redis.keyValue().address(server.address()).tls(certificate.trusting()));
    }

    @Test
    void valuesGoThroughAsTheyAre() throws Exception {
        try (KeyValueService service = trusting()) {
            StoredBucket bucket = service.open("main");
            byte[] large = new byte[3 << 20];
            new Random(1).nextBytes(large);
            bucket.set("large", large);
            assertThat(bucket.get("large")).isEqualTo(large);
            assertThat(bucket.increment("n", 2, CounterType.SIGNED)).isEqualTo(2);
            assertThat(bucket.list(0).keys()).containsExactlyInAnyOrder("large", "n");
            service.check();
        }
    }

    @Test
    void afterARestartACallSucceedsAndAStoppedServerIsNotWaitedFor() throws Exception {
        try (KeyValueService service = trusting()) {
            StoredBucket bucket = service.open("main");
            bucket.set("key", new byte[1]);
            server.restart();
            assertThat(bucket.increment("after", 1, CounterType.SIGNED)).isEqualTo(1);
            server.pause();
            try {
                assertThatThrownBy(() -> bucket.set("key", new byte[64 << 20]))
                        .isInstanceOf(KeyValueException.class)
                        .hasMessage("Redis at " + server.address() + ": expected an answer within 800 ms, found none");
            } finally {
                server.resume();
            }
            assertThat(bucket.increment("after", 1, CounterType.SIGNED)).isEqualTo(2);
        }
    }

    @Test
    void messagesGoThroughToo() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        BlockingQueue<Message> received = new ArrayBlockingQueue<>(10);
        try (MessagingService service = Redis.messaging()
                .address(server.address())
                .tls(certificate.trusting())
                .executor(threads)
                .build()
                .open(new Connections())) {
            service.subscribe("a.*", received::add);
            service.publish(Message.of("a.b", new byte[] {1}));
            assertThat(received.poll(5, TimeUnit.SECONDS).body()).containsExactly(1);
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aCertificateThatIsNotTrustedIsRefused() {
        assertThatThrownBy(() -> open(Redis.keyValue().url("rediss://" + server.address())))
                .hasMessageMatching("Redis at 127.0.0.1:\\d+: expected a connection, found \\w+Exception");
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() throws Exception {
        String address = "localhost:" + server.port();
        assertThatThrownBy(() -> open(Redis.keyValue().address(address).tls(certificate.trusting())))
                .hasMessage("Redis at " + address + ": expected a connection, found CertificateException");
    }

    @Test
    void withoutTlsThereIsNoConnection() {
        assertThatThrownBy(() -> open(Redis.keyValue().address(server.address())))
                .hasMessageMatching("Redis at 127.0.0.1:\\d+: expected an? (connection|answer).*");
    }
}
