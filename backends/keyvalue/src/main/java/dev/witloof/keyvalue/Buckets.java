package dev.witloof.keyvalue;

import dev.witloof.keyvalue.v0_2_0_draft.Store;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The buckets of one store: which there are, which may be made, which may be changed. */
final class Buckets {

    private final ConcurrentMap<String, OpenBucket> buckets = new ConcurrentHashMap<>();
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

    /**
     * The bucket of this name, which is made if there is none.
     *
     * @throws Store.ErrorException if there is none and none may be made
     */
    OpenBucket open(String name) throws Store.ErrorException {
        try {
            OpenBucket bucket = find(name);
            if (bucket == null) {
                throw new Store.ErrorException(new Store.Error.NoSuchStore());
            }
            return bucket;
        } catch (RefusedException refused) {
            throw refused.asError();
        }
    }

    private @Nullable OpenBucket find(String name) {
        OpenBucket known = buckets.get(name);
        if (known != null) {
            return known;
        }
        if (!fixed.isEmpty() && !fixed.contains(name)) {
            return null;
        }
        synchronized (this) {
            if (buckets.size() >= maximum && !buckets.containsKey(name)) {
                throw new RefusedException("buckets: expected at most " + maximum + ", found one more");
            }
            return buckets.computeIfAbsent(
                    name, n -> new OpenBucket(n, newEntries.get(), readOnly.contains(n), pageSize));
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
        OpenBucket bucket = find(name);
        if (bucket == null) {
            throw new IllegalArgumentException("bucket \"" + name + "\": expected one of " + names());
        }
        return new BucketView(bucket.entries());
    }

    /** Removes every key of every bucket. */
    void clear() {
        buckets.values().forEach(bucket -> new BucketView(bucket.entries()).clear());
    }
}
