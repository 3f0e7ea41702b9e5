package dev.witloof.tests.contract;

import dev.witloof.keyvalue.KeyValue;
import dev.witloof.link.Backend;
import dev.witloof.testkit.contract.StoreContract;
import org.junit.jupiter.api.Nested;

/** The stores in memory. */
final class StoresTest {

    @Nested
    class InMemory extends StoreContract {
        @Override
        protected Backend backend() {
            return KeyValue.inMemory();
        }
    }

    @Nested
    class Bounded extends StoreContract {
        @Override
        protected Backend backend() {
            return KeyValue.bounded().maximumEntries(10_000).build();
        }
    }
}
