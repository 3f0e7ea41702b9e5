package dev.witloof.keyvalue;

import dev.witloof.link.Backend;
import dev.witloof.link.Functions;
import dev.witloof.link.Offer;
import dev.witloof.name.ImportRef;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A key-value store in memory that forgets, fit to be a cache: bounded by the number of its entries or by their bytes, over
 * all its buckets together, or by their age. It behaves like {@link InMemoryKeyValue} otherwise. It starts no thread: what is
 * too much or too old is removed by the threads that use it.
 */
public final class BoundedKeyValue implements Backend {

    private final Buckets buckets;
    private final int pageSize;

    private BoundedKeyValue(Builder builder) {
        BoundedCache cache = new BoundedCache(builder);
        buckets = new Buckets(builder.buckets, builder.readOnly, builder.maximumBuckets, cache::newBucket);
        pageSize = builder.pageSize;
    }

    static Builder builder() {
        return new Builder();
    }

    /** {@code bounded key-value}. */
    @Override
    public String description() {
        return "bounded key-value";
    }

    @Override
    public List<Offer> offers() {
        return List.of(StoreTypes.OFFER);
    }

    @Override
    public Started start(List<ImportRef> imports) {
        Functions functions = StoreFunctions.over(buckets, pageSize);
        return importRef -> functions;
    }

    /**
     * The contents of the bucket of this name, which is made if there is none.
     *
     * @throws IllegalArgumentException if it is not one of those set by {@link Builder#buckets}
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

    /** Collects the settings of a store. */
    public static final class Builder {

        private final Set<String> buckets = new LinkedHashSet<>();
        private final Set<String> readOnly = new LinkedHashSet<>();
        private int pageSize = PageSize.DEFAULT;
        private int maximumBuckets = 1000;
        long maximumEntries = -1;
        long maximumBytes = -1;

        @Nullable
        Duration expireAfterWrite;

        @Nullable
        Duration expireAfterAccess;

        LongSupplier nanoTime = System::nanoTime;

        private Builder() {}

        /**
         * How many entries there may be.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder maximumEntries(long entries) {
            maximumEntries = atLeastOne("maximumEntries", entries);
            return this;
        }

        /**
         * How many bytes the keys, in UTF-8, and the values may have. An entry that is larger alone is refused with the error
         * {@code other}.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder maximumBytes(long bytes) {
            maximumBytes = atLeastOne("maximumBytes", bytes);
            return this;
        }

        /**
         * How old an entry may become since it was last set.
         *
         * @throws IllegalArgumentException if it is not longer than nothing
         */
        public Builder expireAfterWrite(Duration age) {
            expireAfterWrite = positive("expireAfterWrite", age);
            return this;
        }

        /**
         * How old an entry may become since it was last set or read.
         *
         * @throws IllegalArgumentException if it is not longer than nothing
         */
        public Builder expireAfterAccess(Duration age) {
            expireAfterAccess = positive("expireAfterAccess", age);
            return this;
        }

        /** The clock by which entries age, in nanoseconds; by default the system's. */
        public Builder nanoTime(LongSupplier clock) {
            nanoTime = clock;
            return this;
        }

        /**
         * How many buckets a guest may make, by default 1,000; to open one more is the error {@code other}.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder maximumBuckets(int number) {
            maximumBuckets = (int) atLeastOne("maximumBuckets", number);
            return this;
        }

        /** The only buckets that there are: to open another is {@code no-such-store}. By default any may be opened. */
        public Builder buckets(String... names) {
            buckets.addAll(List.of(names));
            return this;
        }

        /** Buckets in which to set or delete is {@code access-denied} for guests. */
        public Builder readOnly(String... names) {
            readOnly.addAll(List.of(names));
            return this;
        }

        /**
         * How many keys {@code list-keys} gives at a time, by default 1,000.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder pageSize(int keys) {
            pageSize = PageSize.checked(keys);
            return this;
        }

        /**
         * The store, empty.
         *
         * @throws IllegalStateException if nothing bounds it, or both entries and bytes
         */
        public BoundedKeyValue build() {
            boolean bounded = maximumEntries >= 0 || maximumBytes >= 0;
            if (!bounded && expireAfterWrite == null && expireAfterAccess == null) {
                throw new IllegalStateException("bounded key-value: expected a bound, found none");
            }
            if (maximumEntries >= 0 && maximumBytes >= 0) {
                throw new IllegalStateException(
                        "bounded key-value: expected maximumEntries or maximumBytes, found both");
            }
            return new BoundedKeyValue(this);
        }

        private static long atLeastOne(String what, long number) {
            if (number < 1) {
                throw new IllegalArgumentException(what + ": expected 1 or more, found " + number);
            }
            return number;
        }

        private static Duration positive(String what, Duration age) {
            if (age.isNegative() || age.isZero()) {
                throw new IllegalArgumentException(what + ": expected longer than nothing, found " + age);
            }
            return age;
        }
    }
}
