package dev.witloof.wrapper;

import dev.witloof.instance.Component;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Components of this module's tests. */
public final class Things {

    private Things() {}

    /** One whose imports {@code left} and {@code right} have a resource each, and a function that takes one for good. */
    public static Component component() {
        return load("/instance/resources.wasm");
    }

    /** One that imports a function {@code log} and an instance {@code back}. */
    public static Component traps() {
        return load("/instance/traps.wasm");
    }

    /** One that opens by its import {@code cache} what it is told to. */
    public static Component guess() {
        return load("/policy/guess.wasm");
    }

    private static Component load(String path) {
        try (InputStream in = Things.class.getResourceAsStream(path)) {
            return Component.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
