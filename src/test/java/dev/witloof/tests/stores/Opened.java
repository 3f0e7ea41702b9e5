package dev.witloof.tests.stores;

import dev.witloof.keyvalue.v0_2_0_draft.Atomics;
import dev.witloof.keyvalue.v0_2_0_draft.Store;
import dev.witloof.link.Backend;
import dev.witloof.name.ImportRef;
import dev.witloof.name.NameAttributes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A backend that is started for one name of {@code store} and {@code atomics}, and called as the component would. */
final class Opened implements AutoCloseable {

    private final Backend.Started started;
    private final Store store;
    private final Atomics atomics;

    Opened(Backend backend, String name) throws Exception {
        ImportRef storeRef = named(name, "wasi:keyvalue/store@0.2.0-draft");
        ImportRef atomicsRef = named(name + "-atomics", "wasi:keyvalue/atomics@0.2.0-draft");
        started = backend.start(List.of(storeRef, atomicsRef));
        store = (Store) started.implementation(storeRef);
        atomics = (Atomics) started.implementation(atomicsRef);
    }

    private static ImportRef named(String name, String interfaceName) {
        return new ImportRef(
                name, "instance", new NameAttributes(Optional.of(interfaceName), Optional.empty(), Optional.empty()));
    }

    /** The value of a key as text, or {@code nothing}. */
    String get(String bucket, String key) throws Exception {
        try (Store.Bucket handle = store.open(bucket)) {
            return handle.get(key)
                    .map(value -> new String(value, StandardCharsets.UTF_8))
                    .orElse("nothing");
        }
    }

    void set(String bucket, String key, String value) throws Exception {
        try (Store.Bucket handle = store.open(bucket)) {
            handle.set(key, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    void delete(String bucket, String key) throws Exception {
        try (Store.Bucket handle = store.open(bucket)) {
            handle.delete(key);
        }
    }

    /** The sum, or the interface's error. */
    String increment(String bucket, String key, long delta) throws Exception {
        try (Store.Bucket handle = store.open(bucket)) {
            return Long.toUnsignedString(atomics.increment(handle, key, delta));
        } catch (Store.ErrorException refused) {
            return refused.error().getClass().getSimpleName();
        }
    }

    @Override
    public void close() throws Exception {
        started.close();
    }
}
