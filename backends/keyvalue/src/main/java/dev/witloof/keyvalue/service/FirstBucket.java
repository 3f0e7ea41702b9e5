package dev.witloof.keyvalue.service;

import dev.witloof.keyvalue.v0_2_0_draft.Store;
import java.util.Optional;

/**
 * A bucket of {@code store@0.2.0-draft}.
 *
 * @param name its identifier
 * @param bucket what serves it
 */
record FirstBucket(String name, StoredBucket bucket) implements Store.Bucket {

    /**
     * What serves a handle that a component passed back.
     *
     * @throws KeyValueException if it was opened by an import of {@code store} that something else serves
     */
    static StoredBucket of(Store.Bucket handle) throws KeyValueException {
        if (handle instanceof FirstBucket own) {
            return own.bucket();
        }
        throw KeyValueException.foreignBucket();
    }

    @Override
    public Optional<byte[]> get(String key) throws Store.ErrorException {
        try {
            return Optional.ofNullable(bucket.get(key));
        } catch (KeyValueException failure) {
            throw FirstStore.error(failure);
        }
    }

    @Override
    public void set(String key, byte[] value) throws Store.ErrorException {
        try {
            bucket.set(key, value);
        } catch (KeyValueException failure) {
            throw FirstStore.error(failure);
        }
    }

    @Override
    public void delete(String key) throws Store.ErrorException {
        try {
            bucket.delete(key);
        } catch (KeyValueException failure) {
            throw FirstStore.error(failure);
        }
    }

    @Override
    public boolean exists(String key) throws Store.ErrorException {
        try {
            return bucket.exists(key);
        } catch (KeyValueException failure) {
            throw FirstStore.error(failure);
        }
    }

    @Override
    public Store.KeyResponse listKeys(Optional<Long> cursor) throws Store.ErrorException {
        try {
            KeyPage page = bucket.list(cursor.orElse(0L));
            return new Store.KeyResponse(
                    page.keys(),
                    page.next().isPresent() ? Optional.of(page.next().getAsLong()) : Optional.empty());
        } catch (KeyValueException failure) {
            throw FirstStore.error(failure);
        }
    }

    /** Its identifier: what a log of calls shows. */
    @Override
    public String toString() {
        return name;
    }
}
