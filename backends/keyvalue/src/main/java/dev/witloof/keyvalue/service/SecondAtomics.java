package dev.witloof.keyvalue.service;

import dev.witloof.keyvalue.v0_2_0_draft2.Atomics;
import dev.witloof.keyvalue.v0_2_0_draft2.Store;
import java.util.Optional;

/** {@code atomics@0.2.0-draft2}. */
record SecondAtomics() implements Atomics {

    @Override
    public long increment(Store.Bucket bucket, String key, long delta) throws Store.ErrorException {
        try {
            return SecondBucket.of(bucket).increment(key, delta, CounterType.SIGNED);
        } catch (KeyValueException failure) {
            throw SecondStore.error(failure);
        }
    }

    @Override
    public Cas casNew(Store.Bucket bucket, String key) throws Store.ErrorException {
        try {
            return SeenKey.of(SecondBucket.of(bucket), key);
        } catch (KeyValueException failure) {
            throw SecondStore.error(failure);
        }
    }

    @Override
    public void swap(Cas cas, byte[] value) throws CasErrorException {
        SeenKey seen = (SeenKey) cas;
        SeenKey now;
        try {
            if (seen.bucket().swap(seen.key(), seen.sighting(), value)) {
                return;
            }
            now = SeenKey.of(seen.bucket(), seen.key());
        } catch (KeyValueException failure) {
            throw new CasErrorException(
                    new CasError.StoreError(SecondStore.error(failure).error()));
        }
        throw new CasErrorException(new CasError.CasFailed(now));
    }

    /**
     * A key that a component looked at.
     *
     * @param bucket its bucket
     * @param key the key
     * @param sighting what was seen
     */
    private record SeenKey(StoredBucket bucket, String key, Sighting sighting) implements Cas {

        static SeenKey of(StoredBucket bucket, String key) throws KeyValueException {
            return new SeenKey(bucket, key, bucket.see(key));
        }

        /** A copy, because it may be asked for again. */
        @Override
        public Optional<byte[]> current() {
            return Optional.ofNullable(sighting.value()).map(byte[]::clone);
        }
    }
}
