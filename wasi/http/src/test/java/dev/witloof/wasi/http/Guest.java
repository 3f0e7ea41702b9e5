package dev.witloof.wasi.http;

import dev.witloof.instance.Component;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The guest components. */
final class Guest {

    private Guest() {}

    static Component component(String name) {
        try (InputStream in = Guest.class.getResourceAsStream("/guests/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no guest " + name);
            }
            return Component.load(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
