package dev.witloof.keyvalue.service;

import dev.witloof.keyvalue.v0_2_0_draft.Atomics;
import dev.witloof.keyvalue.v0_2_0_draft.Store;

/** {@code atomics@0.2.0-draft}. */
record FirstAtomics() implements Atomics {

    @Override
    public long increment(Store.Bucket bucket, String key, long delta) throws Store.ErrorException {
        try {
            return FirstBucket.of(bucket).increment(key, delta, CounterType.UNSIGNED);
        } catch (KeyValueException failure) {
            throw FirstStore.error(failure);
        }
    }
}
