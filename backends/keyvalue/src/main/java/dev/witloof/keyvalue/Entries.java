package dev.witloof.keyvalue;

import dev.witloof.keyvalue.service.KeyPage;
import dev.witloof.keyvalue.service.KeyValueException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one bucket; any number of threads may use it. Arrays are kept and given as they are: the callers copy, and change
 * none.
 *
 * <p>Each key has a number that grows with the order in which the keys were first set. A listing goes on from a number, so a
 * key that is there from the first page to the last is listed exactly once, whatever is set and deleted meanwhile.
 */
interface Entries {

    /** What a key has now; {@code null} if the key is not there. */
    @Nullable
    Entry get(String key);

    void set(String key, byte[] value) throws KeyValueException;

    /** Sets the value if the key still has what it was seen to have: the very same, or nothing. Tells whether it was set. */
    boolean replace(String key, @Nullable Entry seen, byte[] value) throws KeyValueException;

    void delete(String key);

    boolean has(String key);

    /** At most {@code limit} keys whose numbers are {@code from} or more, in order; numbers are compared as unsigned. */
    KeyPage list(long from, int limit);

    /** An entry; another one takes its place each time the key is set. */
    final class Entry {

        private final long number;
        private final byte[] value;
        private long version;

        /**
         * An entry.
         *
         * @param number the number under which its key is listed
         * @param value the value
         */
        Entry(long number, byte[] value) {
            this.number = number;
            this.value = value;
        }

        long number() {
            return number;
        }

        byte[] value() {
            return value;
        }

        /** A number that no other entry of the bucket has. Most entries are never asked, so it is given when it is asked for. */
        synchronized long version(AtomicLong versions) {
            if (version == 0) {
                version = versions.incrementAndGet();
            }
            return version;
        }
    }
}
