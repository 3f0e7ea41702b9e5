package dev.witloof.tests.contract;

import dev.witloof.keyvalue.KeyValue;
import dev.witloof.link.Backend;
import dev.witloof.testkit.contract.DraftNamesContract;
import dev.witloof.testkit.contract.DraftStoreContract;
import dev.witloof.testkit.contract.GuestContract;
import dev.witloof.testkit.contract.TestedStore;
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
    final class Names extends DraftNamesContract implements InMemory {}

    @Nested
    final class Guest extends GuestContract implements InMemory {}
}
