package dev.witloof.keyvalue.service;

import dev.witloof.host.Tuple2;
import dev.witloof.keyvalue.v0_2_0_draft2.Batch;
import dev.witloof.keyvalue.v0_2_0_draft2.Store;
import java.util.List;
import java.util.Optional;

/** {@code batch@0.2.0-draft2}. */
record SecondBatch() implements Batch {

    @Override
    public List<Optional<Tuple2<String, byte[]>>> getMany(Store.Bucket bucket, List<String> keys)
            throws Store.ErrorException {
        try {
            return Batches.getMany(SecondBucket.of(bucket), keys);
        } catch (KeyValueException failure) {
            throw SecondStore.error(failure);
        }
    }

    @Override
    public void setMany(Store.Bucket bucket, List<Tuple2<String, byte[]>> keyValues) throws Store.ErrorException {
        try {
            Batches.setMany(SecondBucket.of(bucket), keyValues);
        } catch (KeyValueException failure) {
            throw SecondStore.error(failure);
        }
    }

    @Override
    public void deleteMany(Store.Bucket bucket, List<String> keys) throws Store.ErrorException {
        try {
            SecondBucket.of(bucket).deleteMany(keys);
        } catch (KeyValueException failure) {
            throw SecondStore.error(failure);
        }
    }
}
