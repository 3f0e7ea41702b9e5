package dev.witloof.files;

import dev.witloof.link.Backend;
import dev.witloof.servers.Leaks;
import dev.witloof.testkit.contract.Abilities;
import dev.witloof.testkit.contract.Ability;
import dev.witloof.testkit.contract.BothDraftsContract;
import dev.witloof.testkit.contract.Draft2AtomicsContract;
import dev.witloof.testkit.contract.Draft2BatchContract;
import dev.witloof.testkit.contract.Draft2CasContract;
import dev.witloof.testkit.contract.Draft2NamesContract;
import dev.witloof.testkit.contract.Draft2StoreContract;
import dev.witloof.testkit.contract.DraftAtomicsContract;
import dev.witloof.testkit.contract.DraftBatchContract;
import dev.witloof.testkit.contract.DraftNamesContract;
import dev.witloof.testkit.contract.DraftStoreContract;
import dev.witloof.testkit.contract.GuestContract;
import dev.witloof.testkit.contract.TestedStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Files are as the contracts want a store, whatever the settings. */
final class FilesContractTest {

    @TempDir
    static Path folder;

    private static final Map<Backend, Supplier<FilesKeyValue>> AGAIN = new ConcurrentHashMap<>();
    private static Leaks before;

    @BeforeAll
    static void look() throws IOException {
        before = Leaks.now();
    }

    @AfterAll
    static void nothingIsLeft() throws IOException {
        AGAIN.clear();
        Folders.areClosed(folder);
        // There are so many files that JUnit would take minutes.
        Trees.delete(folder);
        Assertions.assertThat(before.since()).isEmpty();
    }

    /** A store in a directory of its own. */
    private static FilesKeyValue inOwnDirectory(Function<Path, FilesKeyValue> store) throws IOException {
        Path directory = Files.createTempDirectory(folder, "store");
        return remembered(() -> store.apply(directory));
    }

    private static FilesKeyValue remembered(Supplier<FilesKeyValue> store) {
        FilesKeyValue made = store.get();
        AGAIN.put(made, store);
        return made;
    }

    interface InFiles extends TestedStore {

        @Override
        default Backend fresh() throws IOException {
            return inOwnDirectory(directory -> FileStores.keyValue(directory).build());
        }

        @Override
        default Backend again(Backend store) {
            return remembered(AGAIN.get(store));
        }
    }

    /** Part of a directory, given buckets, small pages. */
    interface InPart extends InFiles {

        @Override
        default Backend fresh() throws IOException {
            return inOwnDirectory(directory -> FileStores.keyValue(directory)
                    .prefix("a/../é")
                    .buckets("main", "hot")
                    .pageSize(50)
                    .build());
        }

        @Override
        default Abilities abilities() {
            return Abilities.all().without(Ability.OPEN_ANY_BUCKET);
        }
    }

    interface Synced extends InFiles {

        @Override
        default Backend fresh() throws IOException {
            return inOwnDirectory(
                    directory -> FileStores.keyValue(directory).sync(true).build());
        }
    }

    @Nested
    final class Store extends DraftStoreContract implements InFiles {}

    @Nested
    final class Store2 extends Draft2StoreContract implements InFiles {}

    @Nested
    final class Atomics extends DraftAtomicsContract implements InFiles {}

    @Nested
    final class Atomics2 extends Draft2AtomicsContract implements InFiles {}

    @Nested
    final class Cas extends Draft2CasContract implements InFiles {}

    @Nested
    final class Batch extends DraftBatchContract implements InFiles {}

    @Nested
    final class Batch2 extends Draft2BatchContract implements InFiles {}

    @Nested
    final class Names extends DraftNamesContract implements InFiles {}

    @Nested
    final class Names2 extends Draft2NamesContract implements InFiles {}

    @Nested
    final class BothDrafts extends BothDraftsContract implements InFiles {}

    @Nested
    final class Guest extends GuestContract implements InFiles {}

    @Nested
    final class StoreInPart extends DraftStoreContract implements InPart {}

    @Nested
    final class NamesInPart extends Draft2NamesContract implements InPart {}

    @Nested
    final class SyncedCas extends Draft2CasContract implements Synced {}

    @Nested
    final class SyncedAtomics extends DraftAtomicsContract implements Synced {}
}
