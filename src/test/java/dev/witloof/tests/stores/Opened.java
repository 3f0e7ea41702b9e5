package dev.witloof.tests.stores;

import dev.witloof.keyvalue.v0_2_0_draft.Atomics;
import dev.witloof.keyvalue.v0_2_0_draft.Store;
import dev.witloof.link.Backend;
import dev.witloof.name.ImportRef;
import dev.witloof.name.NameAttributes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A backend that is started for one name of {@code store} and {@code atomics}, or for none, and called as the component would. */
final class Opened implements AutoCloseable {

    private static final String STORE = "wasi:keyvalue/store@0.2.0-draft";
    private static final String ATOMICS = "wasi:keyvalue/atomics@0.2.0-draft";

    private final Backend.Started started;
    private final Store store;
    private final Atomics atomics;

    Opened(Backend backend, String name) throws Exception {
        this(backend, named(name, STORE), named(name + "-atomics", ATOMICS));
    }

    private Opened(Backend backend, ImportRef storeRef, ImportRef atomicsRef) throws Exception {
        started = backend.start(List.of(storeRef, atomicsRef));
        store = (Store) started.implementation(storeRef);
        atomics = (Atomics) started.implementation(atomicsRef);
    }

    /** Started for unnamed imports. */
    static Opened unnamed(Backend backend) throws Exception {
        return new Opened(backend, unnamedRef(STORE), unnamedRef(ATOMICS));
    }

    private static ImportRef unnamedRef(String interfaceName) {
        return new ImportRef(interfaceName, "instance", NameAttributes.NONE);
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
