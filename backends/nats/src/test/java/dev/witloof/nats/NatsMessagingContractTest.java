package dev.witloof.nats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.messaging.service.MessagingBackend;
import dev.witloof.servers.Leaks;
import dev.witloof.servers.NatsServer;
import dev.witloof.testkit.contract.MessagingContract;
import dev.witloof.testkit.contract.MessagingGuestContract;
import dev.witloof.testkit.contract.TestedMessaging;
import dev.witloof.testkit.contract.WasiMessagingContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** What any messaging owes, of that by NATS. */
final class NatsMessagingContractTest {

    private static NatsServer server;
    private static Leaks before;

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

    interface ByNats extends TestedMessaging {

        @Override
        default MessagingBackend fresh() {
            return Nats.messaging()
                    .address(server.address())
                    .connectTimeout(Duration.ofSeconds(20))
                    .callTimeout(Duration.ofSeconds(40))
                    .build();
        }

        @Override
        default MessagingBackend again(MessagingBackend messaging) {
            return fresh();
        }
    }

    @Nested
    final class Interfaces extends MessagingContract implements ByNats {}

    @Nested
    final class Wasi extends WasiMessagingContract implements ByNats {}

    @Nested
    final class Guest extends MessagingGuestContract implements ByNats {}
}
