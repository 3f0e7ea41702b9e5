package dev.witloof.tests.contract;

import dev.witloof.blobstore.Blobs;
import dev.witloof.link.Backend;
import dev.witloof.testkit.contract.BlobContract;
import dev.witloof.testkit.contract.BlobGuestContract;
import dev.witloof.testkit.contract.BlobNamesContract;
import dev.witloof.testkit.contract.TestedBlobs;
import org.junit.jupiter.api.Nested;

/** The store of objects in memory is as the contracts want it. */
final class BlobsInMemoryContractTest {

    interface InMemory extends TestedBlobs {
        @Override
        default Backend fresh() {
            return Blobs.inMemory();
        }
    }

    @Nested
    final class Objects extends BlobContract implements InMemory {}

    @Nested
    final class Names extends BlobNamesContract implements InMemory {}

    @Nested
    final class Guest extends BlobGuestContract implements InMemory {}
}
