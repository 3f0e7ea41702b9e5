package dev.witloof.tests.contract;

import dev.witloof.keyvalue.KeyValue;
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
import dev.witloof.testkit.contract.TypesAtomicsContract;
import dev.witloof.testkit.contract.TypesBatchContract;
import dev.witloof.testkit.contract.TypesCasContract;
import dev.witloof.testkit.contract.TypesNamesContract;
import dev.witloof.testkit.contract.TypesStoreContract;
import org.junit.jupiter.api.Nested;

/** The store in memory is as the contracts want it. */
final class InMemoryContractTest {

    interface InMemory extends TestedStore {
        @Override
        default Backend fresh() {
            return KeyValue.inMemory();
        }
    }

    @Nested
    final class Store extends DraftStoreContract implements InMemory {}

    @Nested
    final class Atomics extends DraftAtomicsContract implements InMemory {}

    @Nested
    final class Batch extends DraftBatchContract implements InMemory {}

    @Nested
    final class Names extends DraftNamesContract implements InMemory {}

    @Nested
    final class Store2 extends Draft2StoreContract implements InMemory {}

    @Nested
    final class Atomics2 extends Draft2AtomicsContract implements InMemory {}

    @Nested
    final class Cas2 extends Draft2CasContract implements InMemory {}

    @Nested
    final class Batch2 extends Draft2BatchContract implements InMemory {}

    @Nested
    final class Names2 extends Draft2NamesContract implements InMemory {}

    @Nested
    final class Store3 extends TypesStoreContract implements InMemory {}

    @Nested
    final class Atomics3 extends TypesAtomicsContract implements InMemory {}

    @Nested
    final class Cas3 extends TypesCasContract implements InMemory {}

    @Nested
    final class Batch3 extends TypesBatchContract implements InMemory {}

    @Nested
    final class Names3 extends TypesNamesContract implements InMemory {}

    @Nested
    final class BothDrafts extends BothDraftsContract implements InMemory {}

    @Nested
    final class Guest extends GuestContract implements InMemory {}
}
