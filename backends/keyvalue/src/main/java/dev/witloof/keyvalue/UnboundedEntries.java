package dev.witloof.keyvalue;

import dev.witloof.keyvalue.service.KeyPage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Entries that stay until they are deleted. */
final class UnboundedEntries implements Entries {

    private final NumberedKeys order = new NumberedKeys();
    private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();

    @Override
    public @Nullable Entry get(String key) {
        return entries.get(key);
    }

    @Override
    public void set(String key, byte[] value) {
        entries.compute(key, (k, old) -> order.next(k, old, value));
    }

    @Override
    public boolean replace(String key, @Nullable Entry seen, byte[] value) {
        Entry now = entries.compute(key, (k, old) -> old == seen ? order.next(k, old, value) : old);
        return now != null && now.value() == value;
    }

    @Override
    public void delete(String key) {
        entries.computeIfPresent(key, (k, old) -> {
            order.remove(old.number());
            return null;
        });
    }

    @Override
    public boolean has(String key) {
        return entries.containsKey(key);
    }

    @Override
    public KeyPage list(long from, int limit) {
        return order.list(from, limit, key -> true);
    }
}
