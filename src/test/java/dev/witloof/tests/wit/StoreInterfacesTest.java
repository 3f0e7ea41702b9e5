package dev.witloof.tests.wit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.name.InterfaceName;
import dev.witloof.policy.StoreInterfaces;
import dev.witloof.wit.TypeOwner;
import dev.witloof.wit.WitFunction;
import dev.witloof.wit.WitInterface;
import dev.witloof.wit.parser.WitParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What policies hold to read and to write is what the shipped interfaces have. */
final class StoreInterfacesTest {

    private static final ShippedWit SHIPPED = ShippedWit.onClassPath();
    private static final WitParser ALL = WitParser.builder().allFeatures().build();
    private static final List<String> PACKAGES = List.of(
            "wasi:keyvalue@0.2.0-draft",
            "wasi:keyvalue@0.2.0-draft2",
            "wasmcloud:keyvalue@0.2.0",
            "witloof:keyvalue@0.1.0",
            "wasi:blobstore@0.2.0-draft");

    /** All but those of watchers, which a component exports. */
    private static Map<InterfaceName, List<String>> shipped() {
        Map<InterfaceName, List<String>> functions = new LinkedHashMap<>();
        for (String name : PACKAGES) {
            for (WitInterface each : ALL.parse(SHIPPED.bundle(name)).main().interfaces()) {
                InterfaceName full = ((TypeOwner.OfInterface) each.owner()).name();
                if (!full.projections().contains("watcher")) {
                    functions.put(
                            full,
                            each.functions().stream().map(WitFunction::name).toList());
                }
            }
        }
        return functions;
    }

    @Test
    void everyInterfaceIsKnownAndEveryFunctionThatReadsIsThere() {
        Map<InterfaceName, List<String>> shipped = shipped();
        assertThat(StoreInterfaces.names()).containsExactlyInAnyOrderElementsOf(shipped.keySet());
        shipped.forEach((name, functions) ->
                assertThat(functions).containsAll(StoreInterfaces.reads(name).orElseThrow()));
    }

    @Test
    void theRestWrites() {
        List<String> writes = new ArrayList<>();
        shipped()
                .forEach((name, functions) -> functions.stream()
                        .filter(function ->
                                !StoreInterfaces.reads(name).orElseThrow().contains(function))
                        .forEach(function -> writes.add(name + " " + function)));
        assertThat(writes)
                .containsExactlyInAnyOrder(
                        "wasi:keyvalue/atomics@0.2.0-draft increment",
                        "wasi:keyvalue/batch@0.2.0-draft set-many",
                        "wasi:keyvalue/batch@0.2.0-draft delete-many",
                        "wasi:keyvalue/store@0.2.0-draft [method]bucket.set",
                        "wasi:keyvalue/store@0.2.0-draft [method]bucket.delete",
                        "wasi:keyvalue/atomics@0.2.0-draft2 increment",
                        "wasi:keyvalue/atomics@0.2.0-draft2 swap",
                        "wasi:keyvalue/batch@0.2.0-draft2 set-many",
                        "wasi:keyvalue/batch@0.2.0-draft2 delete-many",
                        "wasi:keyvalue/store@0.2.0-draft2 [method]bucket.set",
                        "wasi:keyvalue/store@0.2.0-draft2 [method]bucket.delete",
                        "wasmcloud:keyvalue/atomics@0.2.0 increment",
                        "wasmcloud:keyvalue/batch@0.2.0 set-many",
                        "wasmcloud:keyvalue/batch@0.2.0 delete-many",
                        "wasmcloud:keyvalue/cas@0.2.0 swap",
                        "wasmcloud:keyvalue/types@0.2.0 [method]bucket.set",
                        "wasmcloud:keyvalue/types@0.2.0 [method]bucket.delete",
                        "witloof:keyvalue/atomics@0.1.0 increment",
                        "witloof:keyvalue/batch@0.1.0 set-many",
                        "witloof:keyvalue/batch@0.1.0 delete-many",
                        "witloof:keyvalue/cas@0.1.0 swap",
                        "witloof:keyvalue/types@0.1.0 [method]bucket.set",
                        "witloof:keyvalue/types@0.1.0 [method]bucket.delete",
                        "wasi:blobstore/blobstore@0.2.0-draft create-container",
                        "wasi:blobstore/blobstore@0.2.0-draft delete-container",
                        "wasi:blobstore/blobstore@0.2.0-draft copy-object",
                        "wasi:blobstore/blobstore@0.2.0-draft move-object",
                        "wasi:blobstore/container@0.2.0-draft [method]container.write-data",
                        "wasi:blobstore/container@0.2.0-draft [method]container.delete-object",
                        "wasi:blobstore/container@0.2.0-draft [method]container.delete-objects",
                        "wasi:blobstore/container@0.2.0-draft [method]container.clear");
    }
}
