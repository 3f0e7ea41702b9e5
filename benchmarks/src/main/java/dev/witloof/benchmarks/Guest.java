package dev.witloof.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The components of the module {@code guests}. */
final class Guest {

    private Guest() {}

    /** The bytes of one, by its path, such as {@code bench-micro/micro.wasm}. */
    static byte[] bytes(String path) throws IOException {
        try (InputStream in = Objects.requireNonNull(Guest.class.getResourceAsStream("/guests/" + path), path)) {
            return in.readAllBytes();
        }
    }
}
