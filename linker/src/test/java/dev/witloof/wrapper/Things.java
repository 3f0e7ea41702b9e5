package dev.witloof.wrapper;

import dev.witloof.instance.Component;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A component whose imports {@code left} and {@code right} have a resource each, and a function that takes one for good. */
public final class Things {

    private Things() {}

    public static Component component() {
        try (InputStream in = Things.class.getResourceAsStream("/instance/resources.wasm")) {
            return Component.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
