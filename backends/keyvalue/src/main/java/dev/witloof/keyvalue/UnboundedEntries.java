package dev.witloof.keyvalue;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Entries that stay until they are deleted. */
final class UnboundedEntries implements Entries {

    private final NumberedKeys order = new NumberedKeys();
    private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();

    private record Entry(long number, byte[] value) {}

    @Override
    public byte @Nullable [] get(String key) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.value();
    }

    @Override
    public void set(String key, byte[] value) {
        entries.compute(key, (k, old) -> new Entry(old == null ? order.add(k) : old.number(), value));
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
    public Page list(long from, int limit) {
        return order.list(from, limit, key -> true);
    }
}
