package dev.witloof.nats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.link.Backend;
import dev.witloof.servers.Leaks;
import dev.witloof.servers.NatsServer;
import dev.witloof.testkit.contract.Abilities;
import dev.witloof.testkit.contract.BothDraftsContract;
import dev.witloof.testkit.contract.Draft2AtomicsContract;
import dev.witloof.testkit.contract.Draft2BatchContract;
import dev.witloof.testkit.contract.Draft2CasContract;
import dev.witloof.testkit.contract.Draft2NamesContract;
import dev.witloof.testkit.contract.Draft2StoreContract;
import dev.witloof.testkit.contract.DraftAtomicsContract;
import dev.witloof.testkit.contract.DraftBatchContract;
import dev.witloof.testkit.contract.DraftNamesContract;
import dev.witloof.testkit.contract.DraftStoreContract;
import dev.witloof.testkit.contract.Elsewhere;
import dev.witloof.testkit.contract.GuestContract;
import dev.witloof.testkit.contract.ProcessesContract;
import dev.witloof.testkit.contract.TestedStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** What any store owes, of the key-value store. */
final class NatsKeyValueContractTest {

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

    interface InNats extends TestedStore {

        @Override
        default Backend fresh() {
            return store("test" + NUMBER.incrementAndGet() + "-");
        }

        @Override
        default Backend again(Backend store) {
            return store(PREFIXES.get(store));
        }

        @Override
        default Abilities abilities() {
            return Abilities.all();
        }
    }

    private static Backend store(String prefix) {
        Backend store = Nats.keyValue()
                .address(server.address())
                .connectTimeout(Duration.ofSeconds(20))
                .callTimeout(Duration.ofSeconds(40))
                .prefix(prefix)
                .build();
        PREFIXES.put(store, prefix);
        return store;
    }

    @Nested
    final class Store extends DraftStoreContract implements InNats {}

    @Nested
    final class Atomics extends DraftAtomicsContract implements InNats {}

    @Nested
    final class Batch extends DraftBatchContract implements InNats {}

    @Nested
    final class Names extends DraftNamesContract implements InNats {}

    @Nested
    final class Store2 extends Draft2StoreContract implements InNats {}

    @Nested
    final class Atomics2 extends Draft2AtomicsContract implements InNats {}

    @Nested
    final class Cas2 extends Draft2CasContract implements InNats {}

    @Nested
    final class Batch2 extends Draft2BatchContract implements InNats {}

    @Nested
    final class Names2 extends Draft2NamesContract implements InNats {}

    @Nested
    final class BothDrafts extends BothDraftsContract implements InNats {}

    @Nested
    final class Guest extends GuestContract implements InNats {}

    @Nested
    final class Processes extends ProcessesContract implements InNats {

        @Override
        protected Elsewhere elsewhere(Backend store) {
            return Elsewhere.of(OpenedElsewhere.class, server.address(), PREFIXES.get(store));
        }
    }
}
