package dev.witloof.benchmarks;

import dev.witloof.keyvalue.KeyValue;
import dev.witloof.link.Backend;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** In memory; by hand it is a map. */
final class MemoryStore implements MeasuredStore {

    @Override
    public Backend backend() {
        return KeyValue.inMemory();
    }

    @Override
    public ByHand byHand() {
        return new Entries(new ConcurrentHashMap<>());
    }

    @Override
    public void close() {}

    private record Entries(ConcurrentMap<String, byte[]> map) implements ByHand {

        @Override
        public byte @Nullable [] get(String key) {
            return map.get(key);
        }

        @Override
        public void set(String key, byte[] value) {
            map.put(key, value);
        }

        @Override
        public void delete(String key) {
            map.remove(key);
        }

        @Override
        public boolean exists(String key) {
            return map.containsKey(key);
        }

        @Override
        public void close() {}
    }
}
