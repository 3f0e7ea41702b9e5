package dev.witloof.tests.embedding;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.UnlinkableException;
import dev.witloof.instance.Component;
import dev.witloof.keyvalue.KeyValue;
import dev.witloof.link.Functions;
import dev.witloof.link.Linker;
import dev.witloof.tests.wast.ComponentText;
import org.junit.jupiter.api.Test;

/** Stores whose functions are asynchronous cannot be served yet, which a plan says before anything is opened. */
final class AsyncStoresTest {

    private static final String STORE = "wasmcloud:keyvalue/store@0.2.0";

    /** One that imports the store and lowers {@code open} with an option or without. */
    private static Component lowering(String option) {
        return Component.load(ComponentText.binaries("""
                (component
                  (import "wasmcloud:keyvalue/store@0.2.0" (instance $store
                    (export "bucket" (type $bucket (sub resource)))
                    (export "open" (func async (param "identifier" string) (result (result (own $bucket)))))))
                  (core module $Memory
                """ + ComponentText.ALLOCATOR + """
                  )
                  (core instance $memory (instantiate $Memory))
                  (alias core export $memory "memory" (core memory $mem))
                  (alias core export $memory "realloc" (core func $realloc))
                  (core func $open (canon lower (func $store "open") (memory $mem) (realloc $realloc) %s)))
                """.formatted(option))
                .get(0));
    }

    @Test
    void whatLowersAsynchronouslyCannotRun() {
        assertThatThrownBy(() -> Linker.builder()
                        .bindInterface(STORE)
                        .to(Functions.of(f -> f.function("open", (call, args) -> null)))
                        .build()
                        .plan(lowering("async")))
                .isInstanceOf(UnlinkableException.class)
                .hasMessage("""
                        component (sha256 c96bee99…) cannot be linked: 1 problem in 1 import

                        1) unsupported feature: async lower
                             the component is valid and uses it, and it cannot run here""");
    }

    @Test
    void noKeyValueStoreServesIt() {
        assertThatThrownBy(() -> Linker.builder()
                        .bindInterface(STORE)
                        .to(KeyValue.inMemory())
                        .build()
                        .plan(lowering("async")))
                .isInstanceOf(UnlinkableException.class)
                .hasMessageStartingWith("component (sha256 c96bee99…) cannot be linked: 2 problems in 1 import\n\n"
                        + "1) type mismatch: import \"" + STORE
                        + "\", bound to in-memory key-value (AsyncStoresTest.java:")
                .hasMessageContaining(
                        "\n     the component needs   " + STORE + "\n     the backend gives     wasi:keyvalue/")
                .hasMessageEndingWith("""
                        2) unsupported feature: async lower
                             the component is valid and uses it, and it cannot run here""");
    }
}
