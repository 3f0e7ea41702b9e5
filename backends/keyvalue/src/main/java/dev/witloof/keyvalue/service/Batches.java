package dev.witloof.keyvalue.service;

import dev.witloof.host.Tuple2;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code batch} takes and gives, in all forms. */
final class Batches {

    private Batches() {}

    /** Each key with its value, in their order. */
    static List<Optional<Tuple2<String, byte[]>>> getMany(StoredBucket bucket, List<String> keys)
            throws KeyValueException {
        List<byte[]> values = bucket.getMany(keys);
        List<Optional<Tuple2<String, byte[]>>> found = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            byte[] value = values.get(i);
            found.add(value == null ? Optional.empty() : Optional.of(new Tuple2<>(keys.get(i), value)));
        }
        return found;
    }

    static void setMany(StoredBucket bucket, List<Tuple2<String, byte[]>> keyValues) throws KeyValueException {
        List<StoredBucket.Entry> entries = new ArrayList<>(keyValues.size());
        keyValues.forEach(pair -> entries.add(new StoredBucket.Entry(pair.v0(), pair.v1())));
        bucket.setMany(entries);
    }
}
