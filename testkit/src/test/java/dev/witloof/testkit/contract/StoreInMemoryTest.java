package dev.witloof.testkit.contract;

import dev.witloof.blobstore.Blobs;
import dev.witloof.keyvalue.KeyValue;
import dev.witloof.link.Backend;
import org.junit.jupiter.api.Nested;

/** The contracts run under the JUnit that this module is tested with, be it 5 or 6. */
final class StoreInMemoryTest {

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

    interface BlobsInMemory extends TestedBlobs {
        @Override
        default Backend fresh() {
            return Blobs.inMemory();
        }
    }

    @Nested
    final class Objects extends BlobContract implements BlobsInMemory {}

    @Nested
    final class ObjectNames extends BlobNamesContract implements BlobsInMemory {}

    @Nested
    final class ObjectGuest extends BlobGuestContract implements BlobsInMemory {}
}
