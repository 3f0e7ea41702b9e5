package dev.witloof.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.keyvalue.service.CounterType;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.keyvalue.service.StoredBucket;
import dev.witloof.link.Connections;
import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.MessagingService;
import dev.witloof.servers.Certificate;
import dev.witloof.servers.Leaks;
import dev.witloof.servers.NatsServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks TLS only. */
final class NatsTlsTest {

    @TempDir
    static Path folder;

    private static Certificate certificate;
    private static NatsServer server;
    private static Leaks before;

    @BeforeAll
    static void start() throws Exception {
        certificate = Certificate.make(folder);
        server = NatsServer.startTls(certificate.certificate(), certificate.key());
        before = Leaks.now();
    }

    @AfterAll
    static void stop() {
        List<String> left = before.since();
        server.close();
        assertThat(left).isEmpty();
    }

    private static KeyValueService open(NatsKeyValue.Builder builder) throws Exception {
        return builder.build().open(new Connections());
    }

    private static KeyValueService trusting() throws Exception {
        return open(Nats.keyValue().address(server.address()).tls(certificate.trusting()));
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
            server.restart();
            assertThat(bucket.increment("n", 2, CounterType.SIGNED)).isEqualTo(4);
        }
    }

    @Test
    void messagesGoThroughToo() throws Exception {
        BlockingQueue<Message> received = new ArrayBlockingQueue<>(10);
        try (MessagingService service = Nats.messaging()
                .address(server.address())
                .tls(certificate.trusting())
                .build()
                .open(new Connections())) {
            service.subscribe("a.*", received::add);
            service.publish(Message.of("a.b", new byte[] {1}));
            assertThat(received.poll(5, TimeUnit.SECONDS).body()).containsExactly(1);
        }
    }

    @Test
    void aCertificateThatIsNotTrustedIsRefused() {
        assertThatThrownBy(() -> open(Nats.keyValue().url("tls://" + server.address())))
                .hasMessage("NATS at " + server.address() + ": expected a connection within 1000 ms, found none");
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() {
        String address = "localhost:" + server.port();
        assertThatThrownBy(() -> open(Nats.keyValue().address(address).tls(certificate.trusting())))
                .hasMessage("NATS at " + address + ": expected a connection within 1000 ms, found none");
    }

    @Test
    void withoutTlsThereIsNoConnection() {
        assertThatThrownBy(() -> open(Nats.keyValue().address(server.address())))
                .hasMessage("NATS at " + server.address() + ": expected a connection within 1000 ms, found none");
    }
}
