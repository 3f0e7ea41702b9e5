package dev.witloof.wasi.servlet;

import dev.witloof.keyvalue.v0_2_0_draft.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store that notes what it is asked, and fails when it is told to. */
final class NotingStore implements Store, Store.Bucket {

    private final String name;
    private final List<String> log;
    private final Map<String, byte[]> values = new HashMap<>();
    boolean failing;
    boolean locked;

    NotingStore(String name, List<String> log) {
        this.name = name;
        this.log = log;
    }

    void clear() {
        values.clear();
    }

    @Override
    public Bucket open(String identifier) throws ErrorException {
        if (locked) {
            throw new ErrorException(new Error.NoSuchStore());
        }
        return this;
    }

    private void asked(String what) throws ErrorException {
        log.add(name + "." + what);
        if (failing) {
            throw new ErrorException(new Error.Other("down"));
        }
    }

    @Override
    public Optional<byte[]> get(String key) throws ErrorException {
        asked("get");
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public void set(String key, byte[] value) throws ErrorException {
        asked("set");
        values.put(key, value);
    }

    @Override
    public void delete(String key) throws ErrorException {
        asked("delete");
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
