package dev.witloof.testkit;

import dev.witloof.instance.Component;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Components that are tested. */
final class Guests {

    static final String SERVICE = "demo:named/session-service@0.1.0";

    private Guests() {}

    static Component component(String path) {
        try (InputStream in = Guests.class.getResourceAsStream("/guests/" + path)) {
            return Component.load(Objects.requireNonNull(in, path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Component sessions() {
        return component("c-sessions/sessions.wasm");
    }
}
