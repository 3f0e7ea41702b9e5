package dev.witloof.tests.contract;

import dev.witloof.keyvalue.service.CounterType;
import dev.witloof.keyvalue.service.KeyPage;
import dev.witloof.keyvalue.service.KeyValueBackend;
import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.keyvalue.service.Sighting;
import dev.witloof.keyvalue.service.StoredBucket;
import dev.witloof.link.Connections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The store of the documentation. */
final class MapKeyValue extends KeyValueBackend {

    private final Map<String, ConcurrentMap<String, byte[]>> buckets = new ConcurrentHashMap<>();

    @Override
    public String description() {
        return "a map";
    }

    @Override
    protected KeyValueService open(Connections connections) {
        return name -> new Bucket(buckets.computeIfAbsent(name, n -> new ConcurrentHashMap<>()));
    }

    private record Bucket(ConcurrentMap<String, byte[]> entries) implements StoredBucket {

        @Override
        public byte @Nullable [] get(String key) {
            byte[] value = entries.get(key);
            return value == null ? null : value.clone();
        }

        @Override
        public void set(String key, byte[] value) {
            entries.put(key, value.clone());
        }

        @Override
        public void delete(String key) {
            entries.remove(key);
        }

        @Override
        public boolean exists(String key) {
            return entries.containsKey(key);
        }

        @Override
        public KeyPage list(long cursor) {
            return new KeyPage(cursor == 0 ? List.copyOf(entries.keySet()) : List.of(), OptionalLong.empty());
        }

        @Override
        public long increment(String key, long delta, CounterType type) throws KeyValueException {
            while (true) {
                byte[] seen = entries.get(key);
                byte[] sum = type.add(seen, delta);
                if (replace(key, seen, sum)) {
                    return type.decode(sum);
                }
            }
        }

        @Override
        public Sighting see(String key) {
            byte[] value = entries.get(key);
            return value == null ? new Sighting(null, "nothing") : new Sighting(value.clone(), value);
        }

        @Override
        public boolean swap(String key, Sighting seen, byte[] value) {
            return replace(key, seen.version() instanceof byte[] known ? known : null, value.clone());
        }

        /** Arrays are equal where they are the same. */
        private boolean replace(String key, byte @Nullable [] seen, byte[] value) {
            return seen == null ? entries.putIfAbsent(key, value) == null : entries.replace(key, seen, value);
        }
    }
}
