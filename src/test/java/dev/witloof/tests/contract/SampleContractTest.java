package dev.witloof.tests.contract;

import dev.witloof.link.Backend;
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
import dev.witloof.testkit.contract.GuestContract;
import dev.witloof.testkit.contract.TestedStore;
import org.junit.jupiter.api.Nested;

/** A store can be as all contracts want it. */
final class SampleContractTest {

    interface Sample extends TestedStore {
        @Override
        default Backend fresh() {
            return SampleStore.of(Abilities.all());
        }
    }

    @Nested
    final class BothDrafts extends BothDraftsContract implements Sample {}

    @Nested
    final class Atomics2 extends Draft2AtomicsContract implements Sample {}

    @Nested
    final class Batch2 extends Draft2BatchContract implements Sample {}

    @Nested
    final class Cas2 extends Draft2CasContract implements Sample {}

    @Nested
    final class Names2 extends Draft2NamesContract implements Sample {}

    @Nested
    final class Store2 extends Draft2StoreContract implements Sample {}

    @Nested
    final class Atomics extends DraftAtomicsContract implements Sample {}

    @Nested
    final class Batch extends DraftBatchContract implements Sample {}

    @Nested
    final class Names extends DraftNamesContract implements Sample {}

    @Nested
    final class Store extends DraftStoreContract implements Sample {}

    @Nested
    final class Guest extends GuestContract implements Sample {}
}
