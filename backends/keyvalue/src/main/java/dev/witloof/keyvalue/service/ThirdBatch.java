package dev.witloof.keyvalue.service;

import dev.witloof.host.Tuple2;
import dev.witloof.keyvalue.v0_1_0.Batch;
import dev.witloof.keyvalue.v0_1_0.Types;
import java.util.List;
import java.util.Optional;

/** {@code batch@0.1.0}. */
record ThirdBatch() implements Batch {

    @Override
    public List<Optional<Tuple2<String, byte[]>>> getMany(Types.Bucket bucket, List<String> keys)
            throws Types.ErrorException {
        try {
            return Batches.getMany(ThirdBucket.of(bucket), keys);
        } catch (KeyValueException failure) {
            throw ThirdTypes.error(failure);
        }
    }

    @Override
    public void setMany(Types.Bucket bucket, List<Tuple2<String, byte[]>> keyValues) throws Types.ErrorException {
        try {
            Batches.setMany(ThirdBucket.of(bucket), keyValues);
        } catch (KeyValueException failure) {
            throw ThirdTypes.error(failure);
        }
    }

    @Override
    public void deleteMany(Types.Bucket bucket, List<String> keys) throws Types.ErrorException {
        try {
            ThirdBucket.of(bucket).deleteMany(keys);
        } catch (KeyValueException failure) {
            throw ThirdTypes.error(failure);
        }
    }
}
