package dev.witloof.keyvalue;

import dev.witloof.keyvalue.service.KeyValueBackend;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.keyvalue.v0_2_0_draft.Store;
import dev.witloof.link.Connections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the stores in memory do alike. What is stored lives as long as the object; any number of threads, deployments and names
 * may share it, and Java may use it as a guest does, by the methods of {@link Store}.
 *
 * <p>Opening a bucket makes it, unless {@link Builder#buckets} says which there are. Keys are listed in the order in which they
 * were first set, in pages; a key that is there throughout is listed exactly once, whatever changes meanwhile.
 */
public abstract sealed class KeyValueStore extends KeyValueBackend implements Store
        permits InMemoryKeyValue, BoundedKeyValue {

    private final Buckets buckets;
    private final Store store;

    KeyValueStore(Builder<?> builder, int maximumBuckets, Supplier<Entries> newEntries) {
        buckets = new Buckets(builder, maximumBuckets, newEntries);
        store = form(Store.class, buckets);
    }

    /** What all deployments share, and which stays when they are closed. */
    @Override
    protected final KeyValueService open(Connections connections) {
        return buckets;
    }

    @Override
    public final Bucket open(String identifier) throws ErrorException {
        return store.open(identifier);
    }

    /**
     * The contents of the bucket of this name, which is made if there is none.
     *
     * @throws IllegalArgumentException if it may not be made: it is not one of those set by {@link Builder#buckets}, or there
     *     are as many as there may be
     */
    public BucketView bucket(String name) {
        return buckets.view(name);
    }

    /** The names of the buckets that there are, sorted. */
    public Set<String> bucketNames() {
        return buckets.names();
    }

    /** Removes every key of every bucket. */
    public void clear() {
        buckets.clear();
    }

    /**
     * Collects the settings that both kinds of store have.
     *
     * @param <B> the kind's builder
     */
    public abstract static sealed class Builder<B extends Builder<B>>
            permits InMemoryKeyValue.Builder, BoundedKeyValue.Builder {

        final Set<String> buckets = new LinkedHashSet<>();
        final Set<String> readOnly = new LinkedHashSet<>();
        int pageSize = 1000;

        Builder() {}

        abstract B self();

        /** The only buckets that there are: to open another is {@code no-such-store}. By default any may be opened. */
        public B buckets(String... names) {
            buckets.addAll(List.of(names));
            return self();
        }

        /** Buckets in which to set or delete is {@code access-denied}, except through a {@link BucketView}. */
        public B readOnly(String... names) {
            readOnly.addAll(List.of(names));
            return self();
        }

        /**
         * How many keys {@code list-keys} gives at a time, by default 1,000.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public B pageSize(int keys) {
            pageSize = (int) atLeastOne("pageSize", keys);
            return self();
        }

        static long atLeastOne(String what, long number) {
            if (number < 1) {
                throw new IllegalArgumentException(what + ": expected 1 or more, found " + number);
            }
            return number;
        }
    }
}
