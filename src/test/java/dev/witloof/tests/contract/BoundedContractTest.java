package dev.witloof.tests.contract;

import dev.witloof.keyvalue.KeyValue;
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
import dev.witloof.testkit.contract.TypesAtomicsContract;
import dev.witloof.testkit.contract.TypesBatchContract;
import dev.witloof.testkit.contract.TypesCasContract;
import dev.witloof.testkit.contract.TypesNamesContract;
import dev.witloof.testkit.contract.TypesStoreContract;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

/** The bounded store is as the contracts want it, as long as its bound is not reached. */
final class BoundedContractTest {

    interface ByEntries extends TestedStore {
        @Override
        default Backend fresh() {
            return KeyValue.bounded().maximumEntries(100_000).build();
        }
    }

    interface ByBytes extends TestedStore {
        @Override
        default Backend fresh() {
            return KeyValue.bounded()
                    .maximumBytes(10 << 20)
                    .expireAfterAccess(Duration.ofHours(1))
                    .build();
        }
    }

    /** Fewer bytes than some keys and values of the tests have, and the buckets are given. */
    interface Small extends TestedStore {

        /** A key and its value count together. */
        long MOST_BYTES = (1 << 20) - 1000;

        @Override
        default Backend fresh() {
            return KeyValue.bounded()
                    .maximumBytes(1 << 20)
                    .buckets("main", "hot")
                    .pageSize(7)
                    .build();
        }

        @Override
        default Abilities abilities() {
            return Abilities.all().without(Ability.OPEN_ANY_BUCKET).withMaximumValueBytes(MOST_BYTES);
        }
    }

    @Nested
    final class StoreByEntries extends DraftStoreContract implements ByEntries {}

    @Nested
    final class AtomicsByEntries extends DraftAtomicsContract implements ByEntries {}

    @Nested
    final class BatchByEntries extends DraftBatchContract implements ByEntries {}

    @Nested
    final class NamesByEntries extends DraftNamesContract implements ByEntries {}

    @Nested
    final class Store2ByEntries extends Draft2StoreContract implements ByEntries {}

    @Nested
    final class Atomics2ByEntries extends Draft2AtomicsContract implements ByEntries {}

    @Nested
    final class Cas2ByEntries extends Draft2CasContract implements ByEntries {}

    @Nested
    final class Batch2ByEntries extends Draft2BatchContract implements ByEntries {}

    @Nested
    final class Names2ByEntries extends Draft2NamesContract implements ByEntries {}

    @Nested
    final class Store3ByEntries extends TypesStoreContract implements ByEntries {}

    @Nested
    final class Atomics3ByEntries extends TypesAtomicsContract implements ByEntries {}

    @Nested
    final class Cas3ByEntries extends TypesCasContract implements ByEntries {}

    @Nested
    final class Batch3ByEntries extends TypesBatchContract implements ByEntries {}

    @Nested
    final class Names3ByEntries extends TypesNamesContract implements ByEntries {}

    @Nested
    final class BothDraftsByEntries extends BothDraftsContract implements ByEntries {}

    @Nested
    final class GuestByEntries extends GuestContract implements ByEntries {}

    @Nested
    final class StoreByBytes extends DraftStoreContract implements ByBytes {}

    @Nested
    final class AtomicsByBytes extends DraftAtomicsContract implements ByBytes {}

    @Nested
    final class BatchByBytes extends DraftBatchContract implements ByBytes {}

    @Nested
    final class NamesByBytes extends DraftNamesContract implements ByBytes {}

    @Nested
    final class Store2ByBytes extends Draft2StoreContract implements ByBytes {}

    @Nested
    final class Atomics2ByBytes extends Draft2AtomicsContract implements ByBytes {}

    @Nested
    final class Cas2ByBytes extends Draft2CasContract implements ByBytes {}

    @Nested
    final class Batch2ByBytes extends Draft2BatchContract implements ByBytes {}

    @Nested
    final class Names2ByBytes extends Draft2NamesContract implements ByBytes {}

    @Nested
    final class Store3ByBytes extends TypesStoreContract implements ByBytes {}

    @Nested
    final class Atomics3ByBytes extends TypesAtomicsContract implements ByBytes {}

    @Nested
    final class Cas3ByBytes extends TypesCasContract implements ByBytes {}

    @Nested
    final class Batch3ByBytes extends TypesBatchContract implements ByBytes {}

    @Nested
    final class Names3ByBytes extends TypesNamesContract implements ByBytes {}

    @Nested
    final class BothDraftsByBytes extends BothDraftsContract implements ByBytes {}

    @Nested
    final class GuestByBytes extends GuestContract implements ByBytes {}

    @Nested
    final class StoreSmall extends DraftStoreContract implements Small {}

    @Nested
    final class AtomicsSmall extends DraftAtomicsContract implements Small {}

    @Nested
    final class BatchSmall extends DraftBatchContract implements Small {}

    @Nested
    final class NamesSmall extends DraftNamesContract implements Small {}

    @Nested
    final class Store2Small extends Draft2StoreContract implements Small {}

    @Nested
    final class Atomics2Small extends Draft2AtomicsContract implements Small {}

    @Nested
    final class Cas2Small extends Draft2CasContract implements Small {}

    @Nested
    final class Batch2Small extends Draft2BatchContract implements Small {}

    @Nested
    final class Names2Small extends Draft2NamesContract implements Small {}

    @Nested
    final class Store3Small extends TypesStoreContract implements Small {}

    @Nested
    final class Atomics3Small extends TypesAtomicsContract implements Small {}

    @Nested
    final class Cas3Small extends TypesCasContract implements Small {}

    @Nested
    final class Batch3Small extends TypesBatchContract implements Small {}

    @Nested
    final class Names3Small extends TypesNamesContract implements Small {}

    @Nested
    final class BothDraftsSmall extends BothDraftsContract implements Small {}

    @Nested
    final class GuestSmall extends GuestContract implements Small {}
}
