package dev.witloof.tests.contract;

import dev.witloof.keyvalue.KeyValue;
import dev.witloof.link.Backend;
import dev.witloof.testkit.contract.Abilities;
import dev.witloof.testkit.contract.Ability;
import dev.witloof.testkit.contract.DraftNamesContract;
import dev.witloof.testkit.contract.DraftStoreContract;
import dev.witloof.testkit.contract.GuestContract;
import dev.witloof.testkit.contract.TestedStore;
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
    final class NamesByEntries extends DraftNamesContract implements ByEntries {}

    @Nested
    final class GuestByEntries extends GuestContract implements ByEntries {}

    @Nested
    final class StoreByBytes extends DraftStoreContract implements ByBytes {}

    @Nested
    final class NamesByBytes extends DraftNamesContract implements ByBytes {}

    @Nested
    final class SmallStore extends DraftStoreContract implements Small {}

    @Nested
    final class SmallGuest extends GuestContract implements Small {}
}
