package dev.witloof.keyvalue.service;

import dev.witloof.host.Tuple2;
import dev.witloof.keyvalue.v0_2_0_draft.Batch;
import dev.witloof.keyvalue.v0_2_0_draft.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code batch@0.2.0-draft}. */
record FirstBatch() implements Batch {

    @Override
    public List<Optional<Tuple2<String, byte[]>>> getMany(Store.Bucket bucket, List<String> keys)
            throws Store.ErrorException {
        try {
            List<byte[]> values = FirstBucket.of(bucket).getMany(keys);
            List<Optional<Tuple2<String, byte[]>>> found = new ArrayList<>(keys.size());
            for (int i = 0; i < keys.size(); i++) {
                String key = keys.get(i);
                found.add(Optional.ofNullable(values.get(i)).map(value -> new Tuple2<>(key, value)));
            }
            return found;
        } catch (KeyValueException failure) {
            throw FirstStore.error(failure);
        }
    }

    @Override
    public void setMany(Store.Bucket bucket, List<Tuple2<String, byte[]>> keyValues) throws Store.ErrorException {
        List<StoredBucket.Entry> entries = new ArrayList<>(keyValues.size());
        keyValues.forEach(pair -> entries.add(new StoredBucket.Entry(pair.v0(), pair.v1())));
        try {
            FirstBucket.of(bucket).setMany(entries);
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
