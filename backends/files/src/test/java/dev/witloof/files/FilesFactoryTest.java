package dev.witloof.files;

import static dev.witloof.files.Stores.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.blobstore.v0_2_0_draft.Blobstore;
import dev.witloof.config.BackendRegistry;
import dev.witloof.config.Bindings;
import dev.witloof.config.SecretResolver;
import dev.witloof.keyvalue.v0_2_0_draft.Store;
import dev.witloof.link.Backend;
import dev.witloof.name.ImportRef;
import dev.witloof.name.NameAttributes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores that a file of bindings names. */
final class FilesFactoryTest {

    private static final String BLOBSTORE = "wasi:blobstore/blobstore@0.2.0-draft";
    private static final String STORE = "wasi:keyvalue/store@0.2.0-draft";

    @TempDir
    Path folder;

    private static Backend backend(String config) {
        AtomicReference<Backend> made = new AtomicReference<>();
        BackendRegistry registry = BackendRegistry.builder()
                .register("files", settings -> {
                    made.set(new FilesFactory().create(settings));
                    return made.get();
                })
                .build();
        Bindings.load(
                "bindings.yaml",
                "version: 1\nbindings:\n  - {name: a, backend: files, config: " + config + "}\n",
                registry,
                SecretResolver.none());
        return made.get();
    }

    private static ImportRef named(String name, String interfaceName) {
        return new ImportRef(
                name, "instance", new NameAttributes(Optional.of(interfaceName), Optional.empty(), Optional.empty()));
    }

    @Test
    void oneBackendHasKeysAndObjects() throws Exception {
        Backend backend = backend("{directory: " + folder + ", prefix: part, sync: true, callTimeout: 2s, pageSize: 5, "
                + "buckets: [main]}");
        ImportRef keys = named("keys", STORE);
        ImportRef objects = named("objects", BLOBSTORE);
        try (Backend.Started started = backend.start(List.of(keys, objects))) {
            // They have one open directory together.
            assertThat(folder.resolve("prefix/name-part/writers").toFile().list())
                    .hasSize(1);
            Store store = (Store) started.implementation(keys);
            store.open("main").set("a", bytes("value"));
            assertThatThrownBy(() -> store.open("other")).isInstanceOf(Store.ErrorException.class);
            ((Blobstore) started.implementation(objects)).createContainer("box");
            started.check();
        }
        assertThat(Folders.files(folder.resolve("prefix/name-part")))
                .contains("layout", "keyvalue/name-main/name", "blobs/name-box/name");
        Folders.areClosed(folder);
    }

    @Test
    void nothingIsOpenedBeforeTheStart() {
        Path absent = folder.resolve("absent");
        backend("{directory: " + absent + "}");

        assertThat(absent).doesNotExist();
    }

    @Test
    void theDirectoryHasToBeGiven() {
        assertThatThrownBy(() -> backend("{}"))
                .hasMessageContaining("expected the setting \"directory\" for backend \"files\", found none");
    }

    @Test
    void whatIsUnknownIsToldWithTheNearestAndWrongOnce() {
        assertThatThrownBy(() -> backend("{directory: a, prefiks: b, sync: sometimes}"))
                .hasMessageContaining(
                        "expected a setting that backend \"files\" reads, found \"prefiks\"; did you mean" + " prefix?")
                .satisfies(e -> assertThat(String.valueOf(e.getMessage()).split("expected true or false"))
                        .hasSize(2));
        assertThatThrownBy(() -> backend("{directory: a, pageSize: 0}"))
                .hasMessageContaining("pageSize: expected 1 or more, found 0");
        assertThatThrownBy(() -> backend("{directory: a, callTimeout: 200000000d}"))
                .hasMessageContaining("callTimeout: expected 36500 days or less, found 200000000");
        assertThatThrownBy(() -> backend("{directory: \"a\\0b\"}"))
                .hasMessageContaining("expected a path, found \"a\\u{0}b\"");
        assertThatThrownBy(() -> backend("{directory: ''}")).hasMessageContaining("expected a path, found \"\"");
    }
}
