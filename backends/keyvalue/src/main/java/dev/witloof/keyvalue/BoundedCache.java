package dev.witloof.keyvalue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.witloof.keyvalue.service.KeyPage;
import dev.witloof.keyvalue.service.KeyValueException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What all buckets of a bounded store hold, under one bound. */
final class BoundedCache {

    private final Cache<Key, Entries.Entry> cache;
    private final long maximumBytes;

    /**
     * A key of one bucket.
     *
     * @param bucket the bucket, by identity
     * @param name the key
     */
    private record Key(Bucket bucket, String name) {}

    BoundedCache(BoundedKeyValue.Builder bounds) {
        // Maintenance is done by the calling thread: the library starts no thread, and what is evicted is gone at once.
        Caffeine<Object, Object> builder =
                Caffeine.newBuilder().executor(Runnable::run).ticker(bounds.nanoTime::getAsLong);
        if (bounds.expireAfterWrite != null) {
            builder.expireAfterWrite(bounds.expireAfterWrite);
        }
        if (bounds.expireAfterAccess != null) {
            builder.expireAfterAccess(bounds.expireAfterAccess);
        }
        if (bounds.maximumEntries >= 0) {
            builder.maximumSize(bounds.maximumEntries);
        }
        Caffeine<Key, Entries.Entry> typed =
                builder.evictionListener((Key key, Entries.Entry entry, RemovalCause cause) -> evicted(key, entry));
        maximumBytes = bounds.maximumBytes;
        if (maximumBytes >= 0) {
            typed.maximumWeight(maximumBytes).weigher((key, entry) ->
                    (int) Math.min(size(key.name(), entry.value()), Integer.MAX_VALUE));
        }
        cache = typed.build();
    }

    /** A key and its value, in bytes: the key's UTF-8 and the value. */
    private static long size(String key, byte[] value) {
        return (long) key.getBytes(StandardCharsets.UTF_8).length + value.length;
    }

    private static void evicted(@Nullable Key key, Entries.@Nullable Entry entry) {
        if (key != null && entry != null) {
            key.bucket().order.remove(entry.number());
        }
    }

    /** The entries of a bucket of its own. */
    Entries newBucket() {
        return new Bucket();
    }

    private final class Bucket implements Entries {

        private final NumberedKeys order = new NumberedKeys();

        @Override
        public @Nullable Entry get(String key) {
            return cache.getIfPresent(new Key(this, key));
        }

        @Override
        public void set(String key, byte[] value) throws KeyValueException {
            checkSize(key, value);
            cache.asMap().compute(new Key(this, key), (k, old) -> order.next(key, old, value));
        }

        @Override
        public boolean replace(String key, @Nullable Entry seen, byte[] value) throws KeyValueException {
            checkSize(key, value);
            Entry now = cache.asMap()
                    .compute(new Key(this, key), (k, old) -> old == seen ? order.next(key, old, value) : old);
            return now != null && now.value() == value;
        }

        private void checkSize(String key, byte[] value) throws KeyValueException {
            if (maximumBytes >= 0 && size(key, value) > maximumBytes) {
                throw KeyValueException.other(
                        "key and value: expected at most " + maximumBytes + " bytes, found " + size(key, value));
            }
        }

        @Override
        public void delete(String key) {
            cache.asMap().computeIfPresent(new Key(this, key), (k, old) -> {
                order.remove(old.number());
                return null;
            });
        }

        @Override
        public boolean has(String key) {
            return cache.getIfPresent(new Key(this, key)) != null;
        }

        @Override
        public KeyPage list(long from, int limit) {
            // To be listed is not to be used: the entry grows no younger by it.
            return order.list(from, limit, key -> cache.policy().getIfPresentQuietly(new Key(this, key)) != null);
        }
    }
}
