package dev.witloof.keyvalue;

import dev.witloof.keyvalue.service.KeyPage;
import dev.witloof.keyvalue.service.KeyValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The contents of one bucket as Java sees them, live: for tests, for filling a store, for clearing a cache. */
public final class BucketView {

    private final Entries entries;

    BucketView(Entries entries) {
        this.entries = entries;
    }

    /** The keys, in the order in which they were first set. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        OptionalLong from = OptionalLong.of(0);
        while (from.isPresent()) {
            KeyPage page = entries.list(from.getAsLong(), Integer.MAX_VALUE);
            keys.addAll(page.keys());
            from = page.next();
        }
        return keys;
    }

    /** A copy of the value of this key. */
    public Optional<byte[]> get(String key) {
        return Optional.ofNullable(entries.get(key)).map(entry -> entry.value().clone());
    }

    /**
     * Sets a key to a copy of the value, as a guest would but without asking whether it may.
     *
     * @throws IllegalArgumentException if key and value are more than the store holds
     */
    public void set(String key, byte[] value) {
        try {
            entries.set(key, value.clone());
        } catch (KeyValueException refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
        }
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
