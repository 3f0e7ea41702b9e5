package dev.witloof.link;

import dev.witloof.instance.Component;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Components for the tests of this package: their own, and those of all modules. */
final class Guests {

    private Guests() {}

    /** One of {@code src/test/resources/composition}. */
    static Component composed(String name) {
        return load("/composition/" + name + ".wasm");
    }

    /** One of the module {@code guests}. */
    static Component shared(String path) {
        return load("/guests/" + path);
    }

    private static Component load(String resource) {
        try (InputStream in = Guests.class.getResourceAsStream(resource)) {
            return Component.load(Objects.requireNonNull(in, resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
