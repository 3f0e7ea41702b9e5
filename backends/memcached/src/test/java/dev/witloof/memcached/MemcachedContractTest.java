package dev.witloof.memcached;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.link.Backend;
import dev.witloof.servers.Leaks;
import dev.witloof.servers.MemcachedServer;
import dev.witloof.testkit.contract.Abilities;
import dev.witloof.testkit.contract.Ability;
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

/** What any store owes, of Memcached. */
final class MemcachedContractTest {

    private static MemcachedServer server;
    private static Leaks before;

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<Backend, String> PREFIXES = new WeakHashMap<>();

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

    interface InMemcached extends TestedStore {

        @Override
        default Backend fresh() {
            return store("test" + NUMBER.incrementAndGet() + ":");
        }

        @Override
        default Backend again(Backend store) {
            return store(PREFIXES.get(store));
        }

        @Override
        default Abilities abilities() {
            return Abilities.all().without(Ability.LIST_KEYS);
        }
    }

    private static Backend store(String prefix) {
        Backend store = Memcached.keyValue()
                .address(server.address())
                .connectTimeout(Duration.ofSeconds(20))
                .callTimeout(Duration.ofSeconds(40))
                .prefix(prefix)
                .build();
        PREFIXES.put(store, prefix);
        return store;
    }

    @Nested
    final class Store extends DraftStoreContract implements InMemcached {}

    @Nested
    final class Atomics extends DraftAtomicsContract implements InMemcached {}

    @Nested
    final class Batch extends DraftBatchContract implements InMemcached {}

    @Nested
    final class Names extends DraftNamesContract implements InMemcached {}

    @Nested
    final class Store2 extends Draft2StoreContract implements InMemcached {}

    @Nested
    final class Atomics2 extends Draft2AtomicsContract implements InMemcached {}

    @Nested
    final class Cas2 extends Draft2CasContract implements InMemcached {}

    @Nested
    final class Batch2 extends Draft2BatchContract implements InMemcached {}

    @Nested
    final class Names2 extends Draft2NamesContract implements InMemcached {}

    @Nested
    final class BothDrafts extends BothDraftsContract implements InMemcached {}

    @Nested
    final class Processes extends ProcessesContract implements InMemcached {

        @Override
        protected Elsewhere elsewhere(Backend store) {
            return Elsewhere.of(InAnotherProcess.class, server.address(), PREFIXES.get(store));
        }
    }

    static final class InAnotherProcess implements Elsewhere.Opening {

        @Override
        public Backend open(List<String> settings) {
            return Memcached.keyValue()
                    .address(settings.get(0))
                    .connectTimeout(Duration.ofSeconds(20))
                    .callTimeout(Duration.ofSeconds(40))
                    .prefix(settings.get(1))
                    .build();
        }
    }

    @Nested
    final class Guest extends GuestContract implements InMemcached {}
}
