package dev.witloof.keyvalue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one bucket; any number of threads may use it. Arrays are handed over as they are: the callers copy.
 *
 * <p>Each key has a number that grows with the order in which the keys were first set. A listing goes on from a number, so a
 * key that is there from the first page to the last is listed exactly once, whatever is set and deleted meanwhile.
 */
interface Entries {

    /** The value; {@code null} if the key is not there. */
    byte @Nullable [] get(String key);

    void set(String key, byte[] value);

    void delete(String key);

    boolean has(String key);

    /** At most {@code limit} keys whose numbers are {@code from} or more, in order; numbers are compared as unsigned. */
    Page list(long from, int limit);

    /**
     * A part of a listing.
     *
     * @param keys the keys
     * @param next the number from which to go on
     * @param hasMore whether there was more
     */
    record Page(List<String> keys, long next, boolean hasMore) {}
}
