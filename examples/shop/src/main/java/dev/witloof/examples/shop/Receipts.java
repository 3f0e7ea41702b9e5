package dev.witloof.examples.shop;

import dev.witloof.keyvalue.v0_2_0_draft.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cache of the last hundred receipts, in one bucket, which is called {@code hot}. */
final class Receipts implements Store {

    private final Map<String, byte[]> values = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > 100;
        }
    };

    @Override
    public Bucket open(String identifier) throws ErrorException {
        if (!identifier.equals("hot")) {
            throw new ErrorException(new Error.NoSuchStore());
        }
        return new Hot();
    }

    private final class Hot implements Bucket {

        @Override
        public Optional<byte[]> get(String key) {
            return Optional.ofNullable(values.get(key));
        }

        @Override
        public void set(String key, byte[] value) {
            values.put(key, value);
        }

        @Override
        public void delete(String key) {
            values.remove(key);
        }

        @Override
        public boolean exists(String key) {
            return values.containsKey(key);
        }

        @Override
        public KeyResponse listKeys(Optional<Long> cursor) {
            return new KeyResponse(List.copyOf(values.keySet()), Optional.empty());
        }
    }
}
