package dev.witloof.memcached;

import dev.witloof.keyvalue.service.CounterType;
import dev.witloof.keyvalue.service.KeyPage;
import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.Sighting;
import dev.witloof.keyvalue.service.StoredBucket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.rubyeye.xmemcached.GetsResponse;
import org.jspecify.annotations.Nullable;

/**
 * A bucket: keys of Memcached that begin alike. Items never lapse by themselves, but the server forgets what it has no room for.
 *
 * @param connections the client
 * @param keys how the keys are called
 */
record MemcachedBucket(MemcachedConnections connections, MemcachedKeys keys) implements StoredBucket {

    private static final int NEVER = 0;

    /** More than an item has besides its key and value. */
    private static final int HEADER = 128;

    @Override
    public byte @Nullable [] get(String key) throws KeyValueException {
        String name = keys.named(key);
        return connections.repeatable((client, timeout) -> client.get(name, timeout, RawBytes.INSTANCE));
    }

    @Override
    public void set(String key, byte[] value) throws KeyValueException {
        String name = checked(key, value);
        boolean stored =
                connections.repeatable((client, timeout) -> client.set(name, NEVER, value, RawBytes.INSTANCE, timeout));
        if (!stored) {
            throw KeyValueException.other(connections.settings() + ": expected it to be stored, found it was not");
        }
    }

    /** The server would forget the old value before it refuses one that is too large. */
    private String checked(String key, byte[] value) throws KeyValueException {
        String name = keys.named(key);
        long most = connections.maximumItem() - HEADER - name.length();
        if (value.length > most) {
            throw KeyValueException.other(
                    connections.settings() + ": expected a value of at most " + most + " bytes, found " + value.length);
        }
        return name;
    }

    @Override
    public void delete(String key) throws KeyValueException {
        String name = keys.named(key);
        connections.repeatable((client, timeout) -> client.delete(name, timeout));
    }

    @Override
    public boolean exists(String key) throws KeyValueException {
        return get(key) != null;
    }

    /** Memcached cannot. */
    @Override
    public KeyPage list(long cursor) throws KeyValueException {
        throw KeyValueException.other("list-keys: Memcached cannot list keys");
    }

    /**
     * By looking and swapping: Memcached's own counting begins anew after 2⁶⁴ - 1, leaves spaces behind, takes text after a number
     * for none, and knows no negative numbers.
     */
    @Override
    public long increment(String key, long delta, CounterType type) throws KeyValueException {
        long deadline = System.nanoTime() + connections.settings().callTimeout().toNanos();
        do {
            Sighting seen = see(key);
            byte[] sum = type.add(seen.value(), delta);
            if (swap(key, seen, sum)) {
                return type.decode(sum);
            }
        } while (deadline - System.nanoTime() > 0);
        throw KeyValueException.other("increment: expected a moment without changes by others within "
                + connections.settings().callTimeout().toMillis() + " ms, found none");
    }

    /** The version is the server's number of the item. */
    @Override
    public Sighting see(String key) throws KeyValueException {
        String name = keys.named(key);
        GetsResponse<byte[]> found =
                connections.repeatable((client, timeout) -> client.gets(name, timeout, RawBytes.INSTANCE));
        return found == null ? new Sighting(null, 0L) : new Sighting(found.getValue(), found.getCas());
    }

    @Override
    public boolean swap(String key, Sighting seen, byte[] value) throws KeyValueException {
        String name = checked(key, value);
        if (seen.value() == null) {
            return connections.once((client, timeout) -> client.add(name, NEVER, value, RawBytes.INSTANCE, timeout));
        }
        long version = (Long) seen.version();
        return connections.once(
                (client, timeout) -> client.cas(name, NEVER, value, RawBytes.INSTANCE, timeout, version));
    }

    @Override
    public List<byte @Nullable []> getMany(List<String> wanted) throws KeyValueException {
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<String> names = wanted.stream().map(keys::named).toList();
        Map<String, byte[]> found =
                connections.repeatable((client, timeout) -> client.get(names, timeout, RawBytes.INSTANCE));
        List<byte @Nullable []> values = new ArrayList<>(names.size());
        names.forEach(name -> values.add(found.get(name)));
        return values;
    }
}
