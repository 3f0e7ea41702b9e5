package dev.witloof.tests.guests;

import dev.witloof.instance.Component;
import dev.witloof.tests.Checkout;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The guest components, as the class path has them. */
public final class Guests {

    private Guests() {}

    /** All of them, such as {@code c-sessions/sessions.wasm}. */
    public static List<String> all() {
        return Checkout.here().files(".wasm").stream()
                .filter(path -> path.startsWith("guests/"))
                .map(path -> path.substring("guests/".length()))
                .toList();
    }

    public static byte[] bytes(String guest) {
        try (InputStream in = Guests.class.getResourceAsStream("/guests/" + guest)) {
            if (in == null) {
                throw new IllegalArgumentException("no guest " + guest);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Component component(String guest) {
        return Component.load(bytes(guest));
    }

    /** What a guest printed under another host. */
    public static String expected(String transcript) {
        return new String(bytes("expected/" + transcript), StandardCharsets.UTF_8);
    }
}
