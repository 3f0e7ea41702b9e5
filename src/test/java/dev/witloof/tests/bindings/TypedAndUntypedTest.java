package dev.witloof.tests.bindings;

import dev.witloof.bindings.Generator;
import dev.witloof.bindings.GeneratorSettings;
import dev.witloof.instance.Component;
import dev.witloof.tests.Checkout;
import dev.witloof.type.Feature;
import dev.witloof.type.Features;
import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;

/**
 * The guest that gives each value to its import and returns what comes back, with one side on generated interfaces, made from its
 * own types, and the other on untyped values: both see the same. Hand-written interfaces are held to the same guest in the
 * package {@code host} of the module linker.
 */
final class TypedAndUntypedTest {

    private static final String ECHO = "linker/src/test/resources/host/echo.wasm";
    private static final int VALUES = 1000;

    private static Component component;
    private static Class<?> host;
    private static Class<?> exports;

    /** What came by last. */
    private @Nullable Object seen;

    @BeforeAll
    static void generate() throws IOException, ReflectiveOperationException {
        component = Component.load(
                Files.readAllBytes(Checkout.here().root().resolve(ECHO)),
                Features.DEFAULT.with(Feature.FIXED_LENGTH_LISTS));
        var files =
                Generator.of(GeneratorSettings.builder().adapters(true).build()).generate(component);
        files.forEach(
                f -> System.err.println("=== " + f.path() + "\n" + (f.path().contains("Adapters") ? "" : f.text())));
    }

    @org.junit.jupiter.api.Test
    void x() {}
}
