package dev.witloof.keyvalue;

import dev.witloof.keyvalue.service.CounterType;
import dev.witloof.keyvalue.service.KeyPage;
import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.Sighting;
import dev.witloof.keyvalue.service.StoredBucket;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A bucket in memory. Arrays are copied on their way in and out: Java may use it too, and keep what it gave or was given.
 *
 * @param entries what it holds
 * @param versions how many versions were given
 * @param readOnly whether it may not be changed
 * @param pageSize how many keys are listed at a time
 */
record MemoryBucket(Entries entries, AtomicLong versions, boolean readOnly, int pageSize) implements StoredBucket {

    /** The version of a key that is not there; those of entries begin at 1. */
    private static final Long NOTHING = 0L;

    @Override
    public byte @Nullable [] get(String key) {
        Entries.Entry entry = entries.get(key);
        return entry == null ? null : entry.value().clone();
    }

    @Override
    public void set(String key, byte[] value) throws KeyValueException {
        checkMayChange();
        entries.set(key, value.clone());
    }

    @Override
    public void delete(String key) throws KeyValueException {
        checkMayChange();
        entries.delete(key);
    }

    @Override
    public boolean exists(String key) {
        return entries.has(key);
    }

    @Override
    public KeyPage list(long cursor) {
        return entries.list(cursor, pageSize);
    }

    @Override
    public long increment(String key, long delta, CounterType type) throws KeyValueException {
        checkMayChange();
        while (true) {
            Entries.Entry seen = entries.get(key);
            long sum = type.sum(seen == null ? 0 : type.decode(seen.value()), delta);
            if (entries.replace(key, seen, type.encode(sum))) {
                return sum;
            }
        }
    }

    @Override
    public Sighting see(String key) {
        Entries.Entry entry = entries.get(key);
        return new Sighting(entry == null ? null : entry.value().clone(), version(entry));
    }

    @Override
    public boolean swap(String key, Sighting seen, byte[] value) throws KeyValueException {
        checkMayChange();
        Entries.Entry now = entries.get(key);
        return version(now).equals(seen.version()) && entries.replace(key, now, value.clone());
    }

    private Long version(Entries.@Nullable Entry entry) {
        return entry == null ? NOTHING : Long.valueOf(entry.version(versions));
    }

    private void checkMayChange() throws KeyValueException {
        if (readOnly) {
            throw KeyValueException.accessDenied();
        }
    }
}
