package dev.witloof.keyvalue;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A key-value store in memory that forgets, fit to be a cache: bounded by the number of its entries or by their bytes, over
 * all its buckets together, or by their age. It behaves like {@link InMemoryKeyValue} otherwise. It starts no thread: what is
 * too much or too old is removed by the threads that use it.
 */
public final class BoundedKeyValue extends KeyValueStore {

    private BoundedKeyValue(Builder builder, BoundedCache cache) {
        super(builder, builder.maximumBuckets, cache::newBucket);
    }

    static Builder builder() {
        return new Builder();
    }

    /** {@code bounded key-value}. */
    @Override
    public String description() {
        return "bounded key-value";
    }

    /** Collects the settings of a store. */
    public static final class Builder extends KeyValueStore.Builder<Builder> {

        private int maximumBuckets = 1000;
        long maximumEntries = -1;
        long maximumBytes = -1;

        @Nullable
        Duration expireAfterWrite;

        @Nullable
        Duration expireAfterAccess;

        LongSupplier nanoTime = System::nanoTime;

        private Builder() {}

        @Override
        Builder self() {
            return this;
        }

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
            return new BoundedKeyValue(this, new BoundedCache(this));
        }

        private static Duration positive(String what, Duration age) {
            if (age.isNegative() || age.isZero()) {
                throw new IllegalArgumentException(what + ": expected longer than nothing, found " + age);
            }
            return age;
        }
    }
}
