package dev.witloof.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.link.Backend;
import dev.witloof.servers.Leaks;
import dev.witloof.testkit.contract.BlobContract;
import dev.witloof.testkit.contract.BlobNamesContract;
import dev.witloof.testkit.contract.TestedBlobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Files are as the contracts want a store of objects, whatever the settings. */
final class FilesBlobsContractTest {

    @TempDir
    static Path folder;

    private static final Map<Backend, Supplier<FilesBlobs>> AGAIN = new ConcurrentHashMap<>();
    private static Leaks before;

    @BeforeAll
    static void look() {
        before = Leaks.now();
    }

    @AfterAll
    static void nothingIsLeft() throws IOException {
        AGAIN.clear();
        assertThat(before.since()).isEmpty();
        Folders.areClosed(folder);
        Trees.delete(folder);
    }

    private static FilesBlobs remembered(Supplier<FilesBlobs> store) {
        FilesBlobs made = store.get();
        AGAIN.put(made, store);
        return made;
    }

    interface InFiles extends TestedBlobs {

        @Override
        default Backend fresh() throws IOException {
            Path directory = Files.createTempDirectory(folder, "store");
            return remembered(() -> FileStores.blobs(directory).build());
        }

        @Override
        default Backend again(Backend store) {
            return remembered(AGAIN.get(store));
        }
    }

    /** Part of a directory, small pages. */
    interface InPart extends InFiles {

        @Override
        default Backend fresh() throws IOException {
            Path directory = Files.createTempDirectory(folder, "store");
            return remembered(() ->
                    FileStores.blobs(directory).prefix("/part").pageSize(7).build());
        }
    }

    /** Everything on the device. */
    interface Synced extends InFiles {

        @Override
        default Backend fresh() throws IOException {
            Path directory = Files.createTempDirectory(folder, "store");
            return remembered(() -> FileStores.blobs(directory).sync(true).build());
        }
    }

    @Nested
    final class Objects extends BlobContract implements InFiles {}

    @Nested
    final class Names extends BlobNamesContract implements InFiles {}

    @Nested
    final class NamesSynced extends BlobNamesContract implements Synced {}

    @Nested
    final class ObjectsInPart extends BlobContract implements InPart {}
}
