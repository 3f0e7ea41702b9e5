package dev.witloof.tests.contract;

import dev.witloof.link.Backend;
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
import dev.witloof.testkit.contract.GuestContract;
import dev.witloof.testkit.contract.TestedStore;
import java.util.EnumSet;
import org.junit.jupiter.api.Nested;

/** A store that cannot do much is as the contracts want it, if it says so with the errors of its interfaces. */
final class UnableContractTest {

    interface Unable extends TestedStore {
        @Override
        default Backend fresh() {
            return SampleStore.of(abilities());
        }

        @Override
        default Abilities abilities() {
            return new Abilities(EnumSet.noneOf(Ability.class), 250, 50_000);
        }
    }

    /** Like a server that counts in 63 bits. */
    interface Signed extends Unable {
        @Override
        default Abilities abilities() {
            return Abilities.all().without(Ability.COUNT_UNSIGNED);
        }
    }

    @Nested
    final class BothDrafts extends BothDraftsContract implements Unable {}

    @Nested
    final class Atomics2 extends Draft2AtomicsContract implements Unable {}

    @Nested
    final class Batch2 extends Draft2BatchContract implements Unable {}

    @Nested
    final class Cas2 extends Draft2CasContract implements Unable {}

    @Nested
    final class Names2 extends Draft2NamesContract implements Unable {}

    @Nested
    final class Store2 extends Draft2StoreContract implements Unable {}

    @Nested
    final class Atomics extends DraftAtomicsContract implements Unable {}

    @Nested
    final class Batch extends DraftBatchContract implements Unable {}

    @Nested
    final class Names extends DraftNamesContract implements Unable {}

    @Nested
    final class Store extends DraftStoreContract implements Unable {}

    @Nested
    final class Guest extends GuestContract implements Unable {}

    @Nested
    final class SignedAtomics extends DraftAtomicsContract implements Signed {}

    @Nested
    final class SignedAtomics2 extends Draft2AtomicsContract implements Signed {}
}
