package dev.witloof.keyvalue.service;

import dev.witloof.host.Tuple2;
import dev.witloof.keyvalue.v0_2_0_draft.Batch;
import dev.witloof.keyvalue.v0_2_0_draft.Store;
import java.util.List;
import java.util.Optional;

/** {@code batch@0.2.0-draft}. */
record FirstBatch() implements Batch {

    @Override
    public List<Optional<Tuple2<String, byte[]>>> getMany(Store.Bucket bucket, List<String> keys)
            throws Store.ErrorException {
        try {
            return Batches.getMany(FirstBucket.of(bucket), keys);
        } catch (KeyValueException failure) {
            throw FirstStore.error(failure);
        }
    }

    @Override
    public void setMany(Store.Bucket bucket, List<Tuple2<String, byte[]>> keyValues) throws Store.ErrorException {
        try {
            Batches.setMany(FirstBucket.of(bucket), keyValues);
        } catch (KeyValueException failure) {
            throw FirstStore.error(failure);
        }
    }

    @Override
    public void deleteMany(Store.Bucket bucket, List<String> keys) throws Store.ErrorException {
        try {
            FirstBucket.of(bucket).deleteMany(keys);
        } catch (KeyValueException failure) {
            throw FirstStore.error(failure);
        }
    }
}
