package dev.witloof.keyvalue.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bucket of an open store. Any number of threads may use it.
 *
 * <p>Arrays change hands: who gave one, or was given one, is the only one who has it. What was refused has changed nothing.
 */
public interface StoredBucket {

    /** The value of a key; {@code null} if it is not there. */
    byte @Nullable [] get(String key) throws KeyValueException;

    /** Sets the value of a key, whether it is there or not. */
    void set(String key, byte[] value) throws KeyValueException;

    /**
     * Sets the value of a key, which disappears after a time. By default a store cannot do that.
     *
     * @param life how long, more than nothing
     */
    default void set(String key, byte[] value, Duration life) throws KeyValueException {
        throw KeyValueException.other("set: expected no ttl-ms, because keys of this store stay, found one");
    }

    /** Removes a key; if it is not there, nothing happens. */
    void delete(String key) throws KeyValueException;

    /** Whether the key is there. */
    boolean exists(String key) throws KeyValueException;

    /**
     * A page of keys. A cursor is all that a listing needs to go on: with another handle, after another start, in another
     * process.
     *
     * @param cursor where the page begins, an unsigned number: 0 for the first, else what a page gave as its next
     */
    KeyPage list(long cursor) throws KeyValueException;

    /**
     * Adds to the number that a key has, as one step, and gives the sum. A key that is not there counts as 0. The value is
     * the number's decimal digits in ASCII, after a minus sign if it is negative, and nothing else.
     *
     * @param type which numbers there are: a value that is none of them is refused, a sum too
     */
    long increment(String key, long delta, CounterType type) throws KeyValueException;

    /** Looks at a key, to {@link #swap} its value only if nobody has changed it since. */
    Sighting see(String key) throws KeyValueException;

    /**
     * Sets the value of a key if it is still as it was seen, as one step.
     *
     * @param seen what {@link #see} gave for this key and this store
     * @return whether it was set
     */
    boolean swap(String key, Sighting seen, byte[] value) throws KeyValueException;

    /** The values of several keys, in their order; {@code null} for what is not there. */
    default List<byte @Nullable []> getMany(List<String> keys) throws KeyValueException {
        List<byte @Nullable []> values = new ArrayList<>(keys.size());
        for (String key : keys) {
            values.add(get(key));
        }
        return values;
    }

    /** Sets several keys, in any order; of a key that is there twice the last value stays. A failure may leave a part done. */
    default void setMany(List<Entry> entries) throws KeyValueException {
        for (Entry entry : entries) {
            set(entry.key(), entry.value());
        }
    }

    /** Removes several keys, in any order; those that are not there are skipped. A failure may leave a part done. */
    default void deleteMany(List<String> keys) throws KeyValueException {
        for (String key : keys) {
            delete(key);
        }
    }

    /**
     * A key with its value.
     *
     * @param key the key
     * @param value the value
     */
    record Entry(String key, byte[] value) {}
}
