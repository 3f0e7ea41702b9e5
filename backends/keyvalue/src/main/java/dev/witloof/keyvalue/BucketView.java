package dev.witloof.keyvalue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The contents of one bucket as Java sees them, live: for tests, for filling a store, for clearing a cache. */
public final class BucketView {

    private final Entries entries;

    BucketView(Entries entries) {
        this.entries = entries;
    }

    /** The keys, in the order in which they were first set. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        long from = 0;
        Entries.Page page;
        do {
            page = entries.list(from, Integer.MAX_VALUE);
            keys.addAll(page.keys());
            from = page.next();
        } while (page.hasMore());
        return keys;
    }

    /** A copy of the value of this key. */
    public Optional<byte[]> get(String key) {
        return Optional.ofNullable(entries.get(key)).map(byte[]::clone);
    }

    /** Sets a key to a copy of the value, as a guest would but without asking whether it may. */
    public void set(String key, byte[] value) {
        entries.set(key, value.clone());
    }

    /** Removes a key, if it is there. */
    public void delete(String key) {
        entries.delete(key);
    }

    /** Removes every key. */
    public void clear() {
        keys().forEach(entries::delete);
    }
}
