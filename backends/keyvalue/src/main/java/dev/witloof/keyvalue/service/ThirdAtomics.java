package dev.witloof.keyvalue.service;

import dev.witloof.keyvalue.v0_1_0.Atomics;
import dev.witloof.keyvalue.v0_1_0.Types;

/** {@code atomics@0.1.0}: of the buckets of any store. */
record ThirdAtomics() implements Atomics {

    @Override
    public long increment(Types.Bucket bucket, String key, long delta) throws Types.ErrorException {
        try {
            return ThirdBucket.of(bucket).increment(key, delta, CounterType.SIGNED);
        } catch (KeyValueException failure) {
            throw ThirdTypes.error(failure);
        }
    }
}
