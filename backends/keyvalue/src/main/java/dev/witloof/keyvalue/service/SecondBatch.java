package dev.witloof.keyvalue.service;

import dev.witloof.host.Tuple2;
import dev.witloof.keyvalue.v0_2_0_draft2.Batch;
import dev.witloof.keyvalue.v0_2_0_draft2.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code batch@0.2.0-draft2}. */
record SecondBatch() implements Batch {

    @Override
    public List<Optional<Tuple2<String, byte[]>>> getMany(Store.Bucket bucket, List<String> keys)
            throws Store.ErrorException {
        try {
            List<byte[]> values = SecondBucket.of(bucket).getMany(keys);
            List<Optional<Tuple2<String, byte[]>>> found = new ArrayList<>(keys.size());
            for (int i = 0; i < keys.size(); i++) {
                String key = keys.get(i);
                found.add(Optional.ofNullable(values.get(i)).map(value -> new Tuple2<>(key, value)));
            }
            return found;
        } catch (KeyValueException failure) {
            throw SecondStore.error(failure);
        }
    }

    @Override
    public void setMany(Store.Bucket bucket, List<Tuple2<String, byte[]>> keyValues) throws Store.ErrorException {
        List<StoredBucket.Entry> entries = new ArrayList<>(keyValues.size());
        keyValues.forEach(pair -> entries.add(new StoredBucket.Entry(pair.v0(), pair.v1())));
        try {
            SecondBucket.of(bucket).setMany(entries);
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
