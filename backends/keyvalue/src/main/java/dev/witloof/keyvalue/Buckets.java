package dev.witloof.keyvalue;

import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.KeyValueService;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The buckets of one store: which there are, which may be made, which may be changed. */
final class Buckets implements KeyValueService {

    private final ConcurrentMap<String, MemoryBucket> buckets = new ConcurrentHashMap<>();
    private final Set<String> fixed;
    private final Set<String> readOnly;
    private final int pageSize;
    private final int maximum;
    private final Supplier<Entries> newEntries;

    /**
     * No buckets yet.
     *
     * @param builder which there are, which guests may not change, and how they list
     * @param maximum how many there may be
     * @param newEntries the entries of a new one
     */
    Buckets(KeyValueStore.Builder<?> builder, int maximum, Supplier<Entries> newEntries) {
        this.fixed = Set.copyOf(builder.buckets);
        this.readOnly = Set.copyOf(builder.readOnly);
        this.pageSize = builder.pageSize;
        this.maximum = maximum;
        this.newEntries = newEntries;
    }

    @Override
    public MemoryBucket open(String name) throws KeyValueException {
        MemoryBucket known = buckets.get(name);
        if (known != null) {
            return known;
        }
        if (!fixed.isEmpty() && !fixed.contains(name)) {
            throw KeyValueException.noSuchStore();
        }
        synchronized (this) {
            if (buckets.size() >= maximum && !buckets.containsKey(name)) {
                throw KeyValueException.other("buckets: expected at most " + maximum + ", found one more");
            }
            return buckets.computeIfAbsent(
                    name, n -> new MemoryBucket(newEntries.get(), new AtomicLong(), readOnly.contains(n), pageSize));
        }
    }

    /** The names of the buckets that there are, sorted. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(fixed);
        names.addAll(buckets.keySet());
        return names;
    }

    /** A view of the bucket of this name, which is made if there is none. */
    BucketView view(String name) {
        try {
            return new BucketView(open(name).entries());
        } catch (KeyValueException refused) {
            String expected = refused.kind() == KeyValueException.Kind.NO_SUCH_STORE
                    ? "bucket \"" + name + "\": expected one of " + names()
                    : refused.getMessage();
            throw new IllegalArgumentException(expected, refused);
        }
    }

    /** Removes every key of every bucket. */
    void clear() {
        buckets.values().forEach(bucket -> new BucketView(bucket.entries()).clear());
    }
}
