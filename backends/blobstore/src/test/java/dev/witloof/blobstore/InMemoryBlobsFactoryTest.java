package dev.witloof.blobstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.blobstore.service.BlobException;
import dev.witloof.blobstore.service.BlobService;
import dev.witloof.blobstore.service.ObjectWriter;
import dev.witloof.blobstore.service.StoredContainer;
import dev.witloof.config.BackendRegistry;
import dev.witloof.config.Bindings;
import dev.witloof.config.SecretResolver;
import dev.witloof.error.ConfigurationException;
import org.junit.jupiter.api.Test;

/** Stores of objects in memory as a file declares them. */
final class InMemoryBlobsFactoryTest {

    private static InMemoryBlobs store(String settings) {
        InMemoryBlobs[] made = new InMemoryBlobs[1];
        BackendRegistry registry = BackendRegistry.builder()
                .register("memory", each -> made[0] = new InMemoryBlobsFactory().create(each))
                .build();
        Bindings.load(
                "bindings.yaml",
                "version: 1\nbindings:\n  - {name: photos, interface: \"wasi:blobstore/blobstore@0.2.0-draft\", backend: memory,"
                        + " config: {" + settings + "}}\n",
                registry,
                SecretResolver.none());
        return made[0];
    }

    @Test
    void everySettingIsRead() throws BlobException {
        BlobService store = store(
                        "containers: [a, b], maximumContainers: 2, maximumObjects: 1, maximumObjectBytes: 1KiB,"
                                + " maximumBytes: 2KiB")
                .service();
        StoredContainer container = store.open("a");
        assertThat(store.exists("b")).isTrue();
        assertThatThrownBy(() -> store.createContainer("c"))
                .hasMessage("containers: expected at most 2, found one more");
        try (ObjectWriter writer = container.write("one");
                ObjectWriter other = container.write("two");
                ObjectWriter third = container.write("three")) {
            assertThatThrownBy(() -> writer.write(new byte[1025], 0, 1025))
                    .hasMessage("object: expected at most 1024 bytes, found 1025");
            writer.write(new byte[1024], 0, 1024);
            other.write(new byte[1024], 0, 1024);
            assertThatThrownBy(() -> third.write(new byte[1], 0, 1))
                    .hasMessage("all objects: expected at most 2048 bytes, found 2049");
            writer.commit();
            assertThatThrownBy(other::commit).hasMessage("objects: expected at most 1, found one more");
        }
    }

    @Test
    void withoutSettingsThereAreNoBounds() throws BlobException {
        BlobService store = store("").service();
        assertThat(store.exists("a")).isFalse();
        store.createContainer("a");
    }

    @Test
    void whatNoStoreTakesIsAnErrorOfTheFile() {
        assertThatThrownBy(() -> store("maximumBytes: 0")).isInstanceOf(ConfigurationException.class);
    }
}
