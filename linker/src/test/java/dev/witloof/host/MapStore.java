package dev.witloof.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A store over maps that writes down what it is asked. */
final class MapStore implements Store {

    private static final int PAGE = 2;

    private final String name;
    private final List<String> log;
    private final Map<String, Map<String, byte[]>> buckets = new TreeMap<>();

    MapStore(String name, List<String> log) {
        this.name = name;
        this.log = log;
    }

    Map<String, byte[]> contents(String bucket) {
        return buckets.computeIfAbsent(bucket, each -> new TreeMap<>());
    }

    @Override
    public Bucket open(String identifier) throws ErrorException {
        log.add(name + ".open " + identifier);
        if (identifier.isEmpty()) {
            throw new ErrorException(new Error.NoSuchStore());
        }
        return new Opened(identifier, contents(identifier));
    }

    private final class Opened implements Bucket {

        private final String identifier;
        private final Map<String, byte[]> entries;

        Opened(String identifier, Map<String, byte[]> entries) {
            this.identifier = identifier;
            this.entries = entries;
        }

        @Override
        public Optional<byte[]> get(String key) throws ErrorException {
            log.add(name + ".get " + key);
            if (key.equals("boom")) {
                throw new ErrorException(new Error.Other("boom é😀"));
            }
            return Optional.ofNullable(entries.get(key));
        }

        @Override
        public void set(String key, byte[] value) throws ErrorException {
            log.add(name + ".set " + key);
            if (key.equals("bad")) {
                throw new ErrorException(new Error.AccessDenied());
            }
            entries.put(key, value);
        }

        @Override
        public void delete(String key) {
            log.add(name + ".delete " + key);
            entries.remove(key);
        }

        @Override
        public boolean exists(String key) {
            log.add(name + ".exists " + key);
            return entries.containsKey(key);
        }

        @Override
        public KeyResponse listKeys(Optional<Long> cursor) {
            log.add(name + ".list-keys " + cursor.map(Object::toString).orElse("-"));
            List<String> keys = new ArrayList<>(entries.keySet());
            int from = Math.toIntExact(cursor.orElse(0L));
            int to = Math.min(from + PAGE, keys.size());
            return new KeyResponse(
                    keys.subList(from, to), to < keys.size() ? Optional.of((long) to) : Optional.empty());
        }

        @Override
        public void close() {
            log.add(name + ".close " + identifier);
        }
    }
}
