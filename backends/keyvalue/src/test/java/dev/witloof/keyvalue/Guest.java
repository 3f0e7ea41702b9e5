package dev.witloof.keyvalue;

import dev.witloof.instance.Call;
import dev.witloof.link.Backend;
import dev.witloof.link.Functions;
import dev.witloof.name.ImportRef;
import dev.witloof.name.NameAttributes;
import dev.witloof.value.Result;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Calls a started backend as a guest would, without a component. */
final class Guest {

    private final ImportRef importRef;
    private final Functions functions;

    Guest(Backend backend, String name) {
        importRef = new ImportRef(
                name,
                "instance",
                new NameAttributes(
                        name.indexOf(':') < 0 ? Optional.of(StoreTypes.INTERFACE) : Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        try {
            functions = (Functions) backend.start(List.of(importRef)).implementation(importRef);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    Functions functions() {
        return functions;
    }

    Object call(String function, Object... args) {
        try {
            return functions.function(function).orElseThrow().call(new Call(importRef, function), args);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    Object open(String bucket) {
        Object result = call(StoreTypes.OPEN, bucket);
        return ((Result.Ok<?, ?>) result).value();
    }

    Object get(Object bucket, String key) {
        return call(StoreTypes.GET, bucket, key);
    }

    Object set(Object bucket, String key, String value) {
        return call(StoreTypes.SET, bucket, key, bytes(value));
    }

    Object list(Object bucket, Optional<Long> cursor) {
        return call(StoreTypes.LIST_KEYS, bucket, cursor);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
