package dev.witloof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.config.Bindings;
import dev.witloof.config.SecretResolver;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.BoundImport;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.wasi.Wasi;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is had in memory is whatever the import's interface asks for. */
final class MemoryTest {

    private static final String FILE = """
            version: 1
            bindings:
              - {name: photos, interface: "wasi:blobstore/blobstore@0.2.0-draft", backend: memory, config: {containers: album}}
              - {name: backups, interface: "wasi:blobstore/blobstore@0.2.0-draft", backend: memory, config: {maximumObjectBytes: 2}}
              - {interface: ["wasi:blobstore/container@0.2.0-draft", "wasi:blobstore/types@0.2.0-draft"], backend: memory}
            """;

    @Test
    void objectsAreKeptUnderTwoNames(@TempDir Path folder) throws IOException {
        Linker.Builder linker = Linker.builder().bindAll(Wasi.builder().build());
        LinkPlan plan = Bindings.load("bindings.yaml", FILE, Backends.registry(), SecretResolver.none())
                .applyTo(linker)
                .build()
                .plan(Component.load(Outcome.guest("c-albums/albums.wasm", folder)));
        assertThat(plan.bindings().subList(2, 6))
                .extracting(BoundImport::boundTo)
                .containsOnly("memory");
        try (ComponentInstance app = plan.instantiate()) {
            var albums = app.instance("demo:albums/album-service@0.1.0");
            assertThat(albums.function("names").call("album")).hasToString("ok([])");
            assertThat(albums.function("keep").call("album", "a", new byte[] {1, 2, 3}))
                    .hasToString("ok");
            assertThat(albums.function("names").call("album")).hasToString("ok([\"a\"])");
            assertThat(albums.function("backup").call("album", "a"))
                    .hasToString("err(\"write-data: object: expected at most 2 bytes, found 3\")");
            assertThat(albums.function("keep").call("album", "b", new byte[] {1, 2}))
                    .hasToString("ok");
            assertThat(albums.function("backup").call("album", "b")).hasToString("ok(2)");
        }
    }
}
