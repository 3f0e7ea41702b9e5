package dev.witloof.nats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.link.Backend;
import dev.witloof.servers.Leaks;
import dev.witloof.servers.NatsServer;
import dev.witloof.testkit.contract.BlobContract;
import dev.witloof.testkit.contract.BlobNamesContract;
import dev.witloof.testkit.contract.TestedBlobs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** What any store of objects owes, of the one in NATS. */
final class NatsBlobContractTest {

    private static NatsServer server;
    private static Leaks before;

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<Backend, String> PREFIXES = new WeakHashMap<>();

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

    interface InNats extends TestedBlobs {

        @Override
        default Backend fresh() {
            return store("test" + NUMBER.incrementAndGet() + "-");
        }

        @Override
        default Backend again(Backend store) {
            return store(PREFIXES.get(store));
        }
    }

    private static Backend store(String prefix) {
        Backend store = Nats.blobs()
                .address(server.address())
                .connectTimeout(Duration.ofSeconds(20))
                .callTimeout(Duration.ofSeconds(40))
                .prefix(prefix)
                .build();
        PREFIXES.put(store, prefix);
        return store;
    }

    @Nested
    final class Objects extends BlobContract implements InNats {}

    @Nested
    final class Names extends BlobNamesContract implements InNats {}
}
