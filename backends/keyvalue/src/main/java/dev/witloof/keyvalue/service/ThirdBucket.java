package dev.witloof.keyvalue.service;

import dev.witloof.keyvalue.v0_1_0.Types;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A bucket of {@code types@0.1.0}, of whichever store: imports of {@code store} that are bound to different stores share the
 * type.
 *
 * @param name its identifier
 * @param bucket what serves it
 */
record ThirdBucket(String name, StoredBucket bucket) implements Types.Bucket {

    /**
     * What serves a handle that a component passed back.
     *
     * @throws KeyValueException if it was opened by an import of {@code store} that something else serves
     */
    static StoredBucket of(Types.Bucket handle) throws KeyValueException {
        if (handle instanceof ThirdBucket own) {
            return own.bucket();
        }
        throw KeyValueException.foreignBucket();
    }

    @Override
    public Optional<byte[]> get(String key) throws Types.ErrorException {
        try {
            return Optional.ofNullable(bucket.get(key));
        } catch (KeyValueException failure) {
            throw ThirdTypes.error(failure);
        }
    }

    @Override
    public void set(String key, byte[] value, Optional<Types.SetOptions> options) throws Types.ErrorException {
        try {
            if (options.isEmpty()) {
                bucket.set(key, value);
            } else {
                set(key, value, options.get());
            }
        } catch (KeyValueException failure) {
            throw ThirdTypes.error(failure);
        }
    }

    private void set(String key, byte[] value, Types.SetOptions options)
            throws KeyValueException, Types.ErrorException {
        Optional<Long> millis = options.ttlMs();
        if (options.ifNotExists()) {
            if (millis.isPresent()) {
                throw KeyValueException.other("set: expected ttl-ms or if-not-exists, found both");
            }
            setNew(key, value);
        } else if (millis.isPresent()) {
            long unsigned = millis.get();
            bucket.set(key, value, Duration.ofMillis(unsigned < 0 ? Long.MAX_VALUE : unsigned));
        } else {
            bucket.set(key, value);
        }
    }

    private void setNew(String key, byte[] value) throws KeyValueException, Types.ErrorException {
        Sighting seen;
        do {
            seen = bucket.see(key);
            if (seen.value() != null) {
                throw new Types.ErrorException(new Types.Error.PreconditionFailed());
            }
        } while (!bucket.swap(key, seen, value));
    }

    @Override
    public void delete(String key) throws Types.ErrorException {
        try {
            bucket.delete(key);
        } catch (KeyValueException failure) {
            throw ThirdTypes.error(failure);
        }
    }

    @Override
    public boolean exists(String key) throws Types.ErrorException {
        try {
            return bucket.exists(key);
        } catch (KeyValueException failure) {
            throw ThirdTypes.error(failure);
        }
    }

    @Override
    public Types.KeyResponse listKeys(Optional<String> prefix, Optional<String> cursor) throws Types.ErrorException {
        try {
            KeyPage page = list(prefix.orElse(""), Cursors.read(cursor));
            return new Types.KeyResponse(page.keys(), Cursors.written(page));
        } catch (KeyValueException failure) {
            throw ThirdTypes.error(failure);
        }
    }

    /** The next page on which a key begins so. Stores need not know of prefixes: pages are read until one has such a key. */
    private KeyPage list(String prefix, long cursor) throws KeyValueException {
        KeyPage page = bucket.list(cursor);
        if (prefix.isEmpty()) {
            return page;
        }
        List<String> keys = with(prefix, page);
        while (keys.isEmpty() && page.next().isPresent()) {
            page = bucket.list(page.next().getAsLong());
            keys = with(prefix, page);
        }
        return new KeyPage(keys, page.next());
    }

    private static List<String> with(String prefix, KeyPage page) {
        return page.keys().stream().filter(key -> key.startsWith(prefix)).toList();
    }

    /** Its identifier: what a log of calls shows. */
    @Override
    public String toString() {
        return name;
    }
}
