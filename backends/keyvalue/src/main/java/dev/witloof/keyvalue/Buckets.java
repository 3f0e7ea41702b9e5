package dev.witloof.keyvalue;

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
    private final int maximum;
    private final Supplier<Entries> newEntries;

    /**
     * No buckets yet.
     *
     * @param fixed the only buckets that there are; empty if any may be made
     * @param readOnly the buckets that guests may not change
     * @param maximum how many there may be
     * @param newEntries the entries of a new one
     */
    Buckets(Set<String> fixed, Set<String> readOnly, int maximum, Supplier<Entries> newEntries) {
        this.fixed = Set.copyOf(fixed);
        this.readOnly = Set.copyOf(readOnly);
        this.maximum = maximum;
        this.newEntries = newEntries;
    }

    /**
     * The bucket of this name, which is made if there is none.
     *
     * @return {@code null} if there is none and none may be made of this name
     * @throws RefusedException if there are as many as there may be
     */
    @Nullable
    OpenBucket open(String name) {
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
            return buckets.computeIfAbsent(name, n -> new OpenBucket(n, newEntries.get(), readOnly.contains(n)));
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
        OpenBucket bucket = open(name);
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
