package dev.witloof.tests.contract;

import dev.witloof.blobstore.InMemoryBlobs;
import dev.witloof.link.Backend;
import dev.witloof.testkit.contract.BlobAbilities;
import dev.witloof.testkit.contract.BlobContract;
import dev.witloof.testkit.contract.TestedBlobs;
import org.junit.jupiter.api.Nested;

/** A store of objects with bounds is as the contracts want it, within them. */
final class BoundedBlobsContractTest {

    private static final long MOST_BYTES = 100_000;

    @Nested
    final class Objects extends BlobContract implements TestedBlobs {

        @Override
        public Backend fresh() {
            return InMemoryBlobs.builder()
                    .maximumObjectBytes(MOST_BYTES)
                    .maximumBytes(20 * MOST_BYTES)
                    .maximumObjects(10_000)
                    .pageSize(7)
                    .build();
        }

        @Override
        public BlobAbilities abilities() {
            return BlobAbilities.all().withMaximumObjectBytes(MOST_BYTES);
        }
    }
}
