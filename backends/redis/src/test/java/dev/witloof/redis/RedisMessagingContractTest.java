package dev.witloof.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.messaging.service.MessagingBackend;
import dev.witloof.servers.Leaks;
import dev.witloof.servers.RedisServer;
import dev.witloof.testkit.contract.MessagingAbility;
import dev.witloof.testkit.contract.MessagingContract;
import dev.witloof.testkit.contract.MessagingGuestContract;
import dev.witloof.testkit.contract.TestedMessaging;
import dev.witloof.testkit.contract.WasiMessagingContract;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** What any messaging owes, of that by Redis. */
final class RedisMessagingContractTest {

    private static RedisServer server;
    private static Leaks before;
    private static ExecutorService threads;

    @BeforeAll
    static void start() {
        server = RedisServer.start();
        before = Leaks.now();
        threads = Executors.newCachedThreadPool();
    }

    @AfterAll
    static void stop() {
        threads.shutdownNow();
        List<String> left = before.since();
        server.close();
        assertThat(left).isEmpty();
    }

    interface ByRedis extends TestedMessaging {

        @Override
        default MessagingBackend fresh() {
            return Redis.messaging()
                    .address(server.address())
                    .connectTimeout(Duration.ofSeconds(20))
                    .callTimeout(Duration.ofSeconds(40))
                    .executor(threads)
                    .build();
        }

        @Override
        default Set<MessagingAbility> unable() {
            return Set.of(MessagingAbility.GROUPS);
        }

        @Override
        default MessagingBackend again(MessagingBackend messaging) {
            return fresh();
        }
    }

    @Nested
    final class Interfaces extends MessagingContract implements ByRedis {}

    @Nested
    final class Wasi extends WasiMessagingContract implements ByRedis {}

    @Nested
    final class Guest extends MessagingGuestContract implements ByRedis {}
}
