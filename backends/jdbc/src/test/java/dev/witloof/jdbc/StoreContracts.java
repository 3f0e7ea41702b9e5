package dev.witloof.jdbc;

import dev.witloof.link.Backend;
import dev.witloof.testkit.contract.BlobAbilities;
import dev.witloof.testkit.contract.BlobContract;
import dev.witloof.testkit.contract.BlobNamesContract;
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
import dev.witloof.testkit.contract.TestedBlobs;
import dev.witloof.testkit.contract.TestedStore;
import dev.witloof.testkit.contract.TypesAtomicsContract;
import dev.witloof.testkit.contract.TypesBatchContract;
import dev.witloof.testkit.contract.TypesCasContract;
import dev.witloof.testkit.contract.TypesNamesContract;
import dev.witloof.testkit.contract.TypesStoreContract;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;

/** All contracts of stores over one database, in which each store has tables of its own. */
abstract class StoreContracts {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** The prefixes of the stores that there are. */
    final Map<Backend, String> prefixes = new ConcurrentHashMap<>();

    /** Settings by which the database is reached for keys and values. */
    abstract JdbcKeyValue.Builder database();

    /** Makes the tables, where the stores do not. */
    void makeTables(String prefix) throws Exception {}

    /** Settings by which the database is reached for blobs. */
    abstract JdbcBlobs.Builder blobs();

    private Backend store(String prefix) {
        Backend store = database().prefix(prefix).maximumConnections(4).build();
        prefixes.put(store, prefix);
        return store;
    }

    final Backend freshStore() throws Exception {
        String prefix = "t" + NUMBER.incrementAndGet() + "_";
        makeTables(prefix);
        return store(prefix);
    }

    final Backend again(Backend store) {
        return store(prefixes.get(store));
    }

    private Backend blobs(String prefix) {
        Backend store = blobs().prefix(prefix).maximumConnections(4).build();
        prefixes.put(store, prefix);
        return store;
    }

    private interface Tested extends TestedStore {

        StoreContracts contracts();

        @Override
        default Backend fresh() throws Exception {
            return contracts().freshStore();
        }

        @Override
        default Backend again(Backend store) {
            return contracts().again(store);
        }
    }

    @Nested
    final class Store extends DraftStoreContract implements Tested {
        @Override
        public StoreContracts contracts() {
            return StoreContracts.this;
        }
    }

    @Nested
    final class Atomics extends DraftAtomicsContract implements Tested {
        @Override
        public StoreContracts contracts() {
            return StoreContracts.this;
        }
    }

    @Nested
    final class Batch extends DraftBatchContract implements Tested {
        @Override
        public StoreContracts contracts() {
            return StoreContracts.this;
        }
    }

    @Nested
    final class Names extends DraftNamesContract implements Tested {
        @Override
        public StoreContracts contracts() {
            return StoreContracts.this;
        }
    }

    @Nested
    final class Store2 extends Draft2StoreContract implements Tested {
        @Override
        public StoreContracts contracts() {
            return StoreContracts.this;
        }
    }

    @Nested
    final class Atomics2 extends Draft2AtomicsContract implements Tested {
        @Override
        public StoreContracts contracts() {
            return StoreContracts.this;
        }
    }

    @Nested
    final class Cas2 extends Draft2CasContract implements Tested {
        @Override
        public StoreContracts contracts() {
            return StoreContracts.this;
        }
    }

    @Nested
    final class Batch2 extends Draft2BatchContract implements Tested {
        @Override
        public StoreContracts contracts() {
            return StoreContracts.this;
        }
    }

    @Nested
    final class Names2 extends Draft2NamesContract implements Tested {
        @Override
        public StoreContracts contracts() {
            return StoreContracts.this;
        }
    }

    @Nested
    final class Both extends BothDraftsContract implements Tested {
        @Override
        public StoreContracts contracts() {
            return StoreContracts.this;
        }
    }

    @Nested
    final class Store3 extends TypesStoreContract implements Tested {
        @Override
        public StoreContracts contracts() {
            return StoreContracts.this;
        }
    }

    @Nested
    final class Atomics3 extends TypesAtomicsContract implements Tested {
        @Override
        public StoreContracts contracts() {
            return StoreContracts.this;
        }
    }

    @Nested
    final class Cas3 extends TypesCasContract implements Tested {
        @Override
        public StoreContracts contracts() {
            return StoreContracts.this;
        }
    }

    @Nested
    final class Batch3 extends TypesBatchContract implements Tested {
        @Override
        public StoreContracts contracts() {
            return StoreContracts.this;
        }
    }

    @Nested
    final class Names3 extends TypesNamesContract implements Tested {
        @Override
        public StoreContracts contracts() {
            return StoreContracts.this;
        }
    }

    @Nested
    final class Guest extends GuestContract implements Tested {
        @Override
        public StoreContracts contracts() {
            return StoreContracts.this;
        }
    }

    private interface TestedObjects extends TestedBlobs {

        StoreContracts contracts();

        @Override
        default Backend fresh() throws Exception {
            String prefix = "t" + NUMBER.incrementAndGet() + "_";
            contracts().makeTables(prefix);
            return contracts().blobs(prefix);
        }

        @Override
        default Backend again(Backend store) {
            return contracts().blobs(contracts().prefixes.get(store));
        }

        @Override
        default BlobAbilities abilities() {
            return BlobAbilities.all().withMaximumContainerNameBytes(BlobSql.CONTAINER_BYTES);
        }
    }

    @Nested
    final class Blobs extends BlobContract implements TestedObjects {
        @Override
        public StoreContracts contracts() {
            return StoreContracts.this;
        }
    }

    @Nested
    final class BlobNames extends BlobNamesContract implements TestedObjects {
        @Override
        public StoreContracts contracts() {
            return StoreContracts.this;
        }
    }
}
