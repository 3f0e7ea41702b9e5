package dev.witloof.keyvalue;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.keyvalue.v0_2_0_draft.Store;
import dev.witloof.link.Backend;
import dev.witloof.name.ImportRef;
import dev.witloof.name.NameAttributes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Calls a started backend as a guest would, without a component. */
final class Guest {

    static final String INTERFACE = "wasi:keyvalue/store@0.2.0-draft";

    private final Store store;

    Guest(Backend backend, String name) {
        ImportRef importRef = new ImportRef(
                name,
                "instance",
                new NameAttributes(
                        name.indexOf(':') < 0 ? Optional.of(INTERFACE) : Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        try {
            store = (Store) backend.start(List.of(importRef)).implementation(importRef);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    Store.Bucket open(String bucket) throws Store.ErrorException {
        return store.open(bucket);
    }

    static Store.Error error(ThrowingCallable call) {
        return catchThrowableOfType(Store.ErrorException.class, call).error();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What a page should be. */
    static Store.KeyResponse page(Optional<Long> cursor, String... keys) {
        return new Store.KeyResponse(List.of(keys), cursor);
    }
}
