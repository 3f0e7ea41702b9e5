package dev.witloof.jdbc;

import dev.witloof.link.Backend;
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
import dev.witloof.testkit.contract.GuestContract;
import dev.witloof.testkit.contract.TestedStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;

/** All contracts of key-value stores over one database, in which each store has a table of its own. */
abstract class KeyValueContracts {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Map<Backend, String> prefixes = new ConcurrentHashMap<>();

    /** Settings by which the database is reached. */
    abstract JdbcKeyValue.Builder database();

    /** Makes the table, where the store does not. */
    void makeTable(String prefix) throws Exception {}

    private Backend store(String prefix) {
        Backend store = database().prefix(prefix).maximumConnections(4).build();
        prefixes.put(store, prefix);
        return store;
    }

    private interface Tested extends TestedStore {

        KeyValueContracts contracts();

        @Override
        default Backend fresh() throws Exception {
            String prefix = "t" + NUMBER.incrementAndGet() + "_";
            contracts().makeTable(prefix);
            return contracts().store(prefix);
        }

        @Override
        default Backend again(Backend store) {
            return contracts().store(contracts().prefixes.get(store));
        }
    }

    @Nested
    final class Store extends DraftStoreContract implements Tested {
        @Override
        public KeyValueContracts contracts() {
            return KeyValueContracts.this;
        }
    }

    @Nested
    final class Atomics extends DraftAtomicsContract implements Tested {
        @Override
        public KeyValueContracts contracts() {
            return KeyValueContracts.this;
        }
    }

    @Nested
    final class Batch extends DraftBatchContract implements Tested {
        @Override
        public KeyValueContracts contracts() {
            return KeyValueContracts.this;
        }
    }

    @Nested
    final class Names extends DraftNamesContract implements Tested {
        @Override
        public KeyValueContracts contracts() {
            return KeyValueContracts.this;
        }
    }

    @Nested
    final class Store2 extends Draft2StoreContract implements Tested {
        @Override
        public KeyValueContracts contracts() {
            return KeyValueContracts.this;
        }
    }

    @Nested
    final class Atomics2 extends Draft2AtomicsContract implements Tested {
        @Override
        public KeyValueContracts contracts() {
            return KeyValueContracts.this;
        }
    }

    @Nested
    final class Cas2 extends Draft2CasContract implements Tested {
        @Override
        public KeyValueContracts contracts() {
            return KeyValueContracts.this;
        }
    }

    @Nested
    final class Batch2 extends Draft2BatchContract implements Tested {
        @Override
        public KeyValueContracts contracts() {
            return KeyValueContracts.this;
        }
    }

    @Nested
    final class Names2 extends Draft2NamesContract implements Tested {
        @Override
        public KeyValueContracts contracts() {
            return KeyValueContracts.this;
        }
    }

    @Nested
    final class Both extends BothDraftsContract implements Tested {
        @Override
        public KeyValueContracts contracts() {
            return KeyValueContracts.this;
        }
    }

    @Nested
    final class Guest extends GuestContract implements Tested {
        @Override
        public KeyValueContracts contracts() {
            return KeyValueContracts.this;
        }
    }
}
