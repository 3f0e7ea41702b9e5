package dev.witloof.keyvalue.service;

import dev.witloof.keyvalue.v0_2_0_draft2.Store;
import java.util.Optional;

/**
 * A bucket of {@code store@0.2.0-draft2}.
 *
 * @param name its identifier
 * @param bucket what serves it
 */
record SecondBucket(String name, StoredBucket bucket) implements Store.Bucket {

    /** What serves a handle that a component passed back. */
    static StoredBucket of(Store.Bucket handle) {
        return ((SecondBucket) handle).bucket();
    }

    @Override
    public Optional<byte[]> get(String key) throws Store.ErrorException {
        try {
            return Optional.ofNullable(bucket.get(key));
        } catch (KeyValueException failure) {
            throw SecondStore.error(failure);
        }
    }

    @Override
    public void set(String key, byte[] value) throws Store.ErrorException {
        try {
            bucket.set(key, value);
        } catch (KeyValueException failure) {
            throw SecondStore.error(failure);
        }
    }

    @Override
    public void delete(String key) throws Store.ErrorException {
        try {
            bucket.delete(key);
        } catch (KeyValueException failure) {
            throw SecondStore.error(failure);
        }
    }

    @Override
    public boolean exists(String key) throws Store.ErrorException {
        try {
            return bucket.exists(key);
        } catch (KeyValueException failure) {
            throw SecondStore.error(failure);
        }
    }

    @Override
    public Store.KeyResponse listKeys(Optional<String> cursor) throws Store.ErrorException {
        try {
            KeyPage page = bucket.list(cursor.isPresent() ? number(cursor.get()) : 0);
            return new Store.KeyResponse(
                    page.keys(),
                    page.next().isPresent()
                            ? Optional.of(Long.toUnsignedString(page.next().getAsLong()))
                            : Optional.empty());
        } catch (KeyValueException failure) {
            throw SecondStore.error(failure);
        }
    }

    private static long number(String cursor) throws KeyValueException {
        try {
            return Long.parseUnsignedLong(cursor);
        } catch (NumberFormatException notOurs) {
            throw KeyValueException.other("list-keys: expected a cursor that a page gave, found another");
        }
    }

    /** Its identifier: what a log of calls shows. */
    @Override
    public String toString() {
        return name;
    }
}
