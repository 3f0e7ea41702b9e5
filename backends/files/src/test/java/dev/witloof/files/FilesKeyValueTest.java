package dev.witloof.files;

import static dev.witloof.files.Stores.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.keyvalue.service.CounterType;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.keyvalue.service.Sighting;
import dev.witloof.keyvalue.service.StoredBucket;
import dev.witloof.link.Connections;
import dev.witloof.servers.Leaks;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys and values in a directory, beyond what every store owes. */
final class FilesKeyValueTest {

    private static Leaks before;

    @TempDir
    Path folder;

    @BeforeAll
    static void look() {
        before = Leaks.now();
    }

    @AfterAll
    static void nothingIsLeft() {
        assertThat(before.since()).isEmpty();
    }

    @AfterEach
    void nothingIsOpen() {
        Thread.interrupted();
        Folders.areClosed(folder);
    }

    private Path file(String key) {
        Address address = Address.of(key);
        return folder.resolve("keyvalue/name-main")
                .resolve(Layout.shard(address.shard()))
                .resolve(address.file());
    }

    @Test
    void itIsDescribedByItsDirectory() {
        assertThat(FileStores.keyValue(folder).build().description()).isEqualTo("files key-value at " + folder);
        assertThat(FileStores.keyValue(folder).prefix("a\n").build().description())
                .isEqualTo("files key-value at " + folder + ", prefix \"a\\n\"");
        assertThat(FileStores.blobs(folder).build().description()).isEqualTo("files blobs at " + folder);
    }

    @Test
    void equalSettingsOpenTheDirectoryOnce() throws Exception {
        Connections connections = new Connections();
        try (KeyValueService one = FileStores.keyValue(folder).build().open(connections);
                KeyValueService other =
                        FileStores.keyValue(folder).pageSize(3).build().open(connections)) {
            assertThat(folder.resolve("writers").toFile().list()).hasSize(1);
            one.open("main").set("a", bytes("value"));
            assertThat(Stores.text(other.open("main"), "a")).isEqualTo("value");
            try (KeyValueService synced =
                    FileStores.keyValue(folder).sync(true).build().open(connections)) {
                assertThat(folder.resolve("writers").toFile().list()).hasSize(2);
                assertThat(Stores.text(synced.open("main"), "a")).isEqualTo("value");
            }
        }
        assertThat(folder.resolve("writers")).isEmptyDirectory();
    }

    @Test
    void onlyBucketsThatWereGivenMayBeOpened() throws Exception {
        try (KeyValueService service = Stores.open(FileStores.keyValue(folder).buckets("main", "hot"))) {
            service.open("main").set("a", bytes("value"));
            assertThatThrownBy(() -> service.open("other")).hasMessage("no such store");
        }
    }

    @Test
    void aBucketThatIsOnlyReadLeavesNothing() throws Exception {
        try (KeyValueService service = Stores.open(folder)) {
            StoredBucket bucket = service.open("main");
            assertThat(bucket.get("a")).isNull();
            assertThat(bucket.exists("a")).isFalse();
            assertThat(bucket.list(0).keys()).isEmpty();
            bucket.delete("a");
            assertThat(bucket.see("a").value()).isNull();
        }
        assertThat(folder.resolve("keyvalue")).isEmptyDirectory();
    }

    @Test
    void aValueThatIsSetBackIsAnother() throws Exception {
        try (KeyValueService service = Stores.open(folder)) {
            StoredBucket bucket = service.open("main");
            bucket.set("a", bytes("one"));
            Sighting seen = bucket.see("a");
            bucket.set("a", bytes("two"));
            bucket.set("a", bytes("one"));

            assertThat(bucket.swap("a", seen, bytes("three"))).isFalse();
            assertThat(Stores.text(bucket, "a")).isEqualTo("one");
        }
    }

    @Test
    void aSightingIsGoodAfterAnotherStart() throws Exception {
        Sighting seen;
        try (KeyValueService service = Stores.open(folder)) {
            service.open("main").set("a", bytes("one"));
            seen = service.open("main").see("a");
        }
        try (KeyValueService service = Stores.open(folder)) {
            assertThat(service.open("main").swap("a", seen, bytes("two"))).isTrue();
            assertThat(service.open("main").swap("a", seen, bytes("three"))).isFalse();
            assertThat(Stores.text(service.open("main"), "a")).isEqualTo("two");
        }
    }

    @Test
    void aDamagedEntryIsAnErrorUntilItIsSetOrRemoved() throws Exception {
        try (KeyValueService service = Stores.open(folder)) {
            StoredBucket bucket = service.open("main");
            bucket.set("a", bytes("value"));
            bucket.set("b", bytes("value"));
            byte[] whole = Files.readAllBytes(file("a"));

            Files.write(file("a"), List.of());
            assertThatThrownBy(() -> bucket.get("a"))
                    .hasMessage(
                            "get: expected a directory that works, found: expected an entry, found 0 bytes that are none");
            Files.write(file("a"), Arrays.copyOf(whole, 44));
            assertThatThrownBy(() -> bucket.get("a"))
                    .hasMessage("get: expected a directory that works, found: expected a value of 5 bytes, found 3");
            Files.write(file("a"), Arrays.copyOf(whole, 40));
            assertThatThrownBy(() -> bucket.increment("a", 1, CounterType.SIGNED))
                    .hasMessage(
                            "increment: expected a directory that works, found: expected a key of 1 bytes, found fewer");
            assertThat(bucket.list(0).keys()).containsExactly("b");
            Files.copy(file("b"), file("a"), StandardCopyOption.REPLACE_EXISTING);
            assertThatThrownBy(() -> bucket.get("a"))
                    .hasMessage(
                            "get: expected a directory that works, found: expected the entry of the key that was asked"
                                    + " for, found another");

            bucket.set("a", bytes("again"));
            assertThat(Stores.text(bucket, "a")).isEqualTo("again");
            Files.write(file("a"), new byte[100]);
            bucket.delete("a");
            assertThat(bucket.exists("a")).isFalse();
        }
    }

    @Test
    void lengthsOfADamagedEntryTakeNoMemory() throws Exception {
        try (KeyValueService service = Stores.open(folder)) {
            StoredBucket bucket = service.open("main");
            bucket.set("a", bytes("value"));
            byte[] entry = Files.readAllBytes(file("a"));
            entry[33] = 0x7f;
            Files.write(file("a"), entry);
            assertThatThrownBy(() -> bucket.get("a"))
                    .hasMessage(
                            "get: expected a directory that works, found: expected a value of 35747322042253317 bytes,"
                                    + " found 5");
            entry[4] = 0x7f;
            Files.write(file("a"), entry);
            assertThatThrownBy(() -> bucket.get("a"))
                    .hasMessage(
                            "get: expected a directory that works, found: expected a key of 2130706433 bytes, found fewer");
            assertThat(bucket.list(0).keys()).isEmpty();
        }
    }

    @Test
    void pagesAreAsLargeAsTheyAreSet() throws Exception {
        List<String> keys = IntStream.range(0, 100).mapToObj(i -> "key" + i).toList();
        try (KeyValueService service = Stores.open(FileStores.keyValue(folder).pageSize(30))) {
            StoredBucket bucket = service.open("main");
            for (String key : keys) {
                bucket.set(key, bytes("value"));
            }
            assertThat(bucket.list(0).keys()).hasSize(30);
            assertThat(Stores.keys(bucket)).containsExactlyInAnyOrderElementsOf(keys);
        }
    }

    /** A guest's call that is being ended has its thread interrupted; that must break nothing. */
    @Test
    void anInterruptBreaksNothing() throws Exception {
        try (KeyValueService service = Stores.open(FileStores.keyValue(folder).sync(true))) {
            StoredBucket bucket = service.open("main");
            Thread.currentThread().interrupt();
            bucket.set("a", bytes("value"));
            assertThat(Stores.text(bucket, "a")).isEqualTo("value");
            assertThat(bucket.increment("n", 2, CounterType.SIGNED)).isEqualTo(2);
            assertThat(bucket.list(0).keys()).hasSize(2);
            bucket.delete("a");
            service.check();

            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void whoWaitsForALockMayBeInterrupted() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        try (OpenDirectory open = OpenDirectory.open(new Place(folder, "", false, Duration.ofMinutes(1)))) {
            Thread holder = new Thread(() -> {
                try {
                    open.locks().holding(1, () -> {
                        held.countDown();
                        free.await();
                        return true;
                    });
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            holder.start();
            held.await();
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> open.locks().holding(1, () -> true))
                    .isInstanceOf(InterruptedIOException.class)
                    .hasMessage("interrupted while waiting for others that write");
            assertThat(Thread.interrupted()).isTrue();
            free.countDown();
            holder.join();
            assertThat(open.locks().<Boolean, RuntimeException>holding(1, () -> true))
                    .isTrue();
        }
    }

    @Test
    void twoLocksAtOnceAreNoCircle() throws Exception {
        try (OpenDirectory open = OpenDirectory.open(new Place(folder, "", false, Duration.ofMinutes(1)))) {
            int[] count = new int[1];
            List<Thread> threads = IntStream.range(0, 4)
                    .mapToObj(thread -> new Thread(() -> {
                        try {
                            for (int i = 0; i < 200; i++) {
                                open.locks()
                                        .holding(thread % 2 == 0 ? 3 : 4, thread % 2 == 0 ? 4 : 3, () -> count[0]++);
                            }
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    }))
                    .toList();
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(count[0]).isEqualTo(800);
            assertThat(open.locks().<String, RuntimeException>holding(5, 5, () -> "one"))
                    .isEqualTo("one");
        }
    }

    @Test
    void itsHealthIsThatOfTheDirectory() throws Exception {
        try (KeyValueService service = Stores.open(folder)) {
            service.check();
            assertThat(Folders.drafts(folder)).isEmpty();
            Files.delete(folder.resolve("layout"));
            assertThatThrownBy(service::check)
                    .hasMessage("check: expected a directory that works, found: " + folder
                            + ": expected the file layout beside keyvalue and blobs, found none");
            Trees.delete(folder);
            assertThatThrownBy(service::check)
                    .hasMessage("check: expected a directory that works, found: a folder is gone");
            assertThatThrownBy(() -> service.open("main").set("a", bytes("value")))
                    .hasMessage("set: expected a directory that works, found: a folder is gone");
            Files.createDirectory(folder);
        }
    }

    @Test
    void reasonsHaveNoPath() {
        assertThat(Reasons.text("get", new AccessDeniedException("/srv/secret")))
                .isEqualTo("get: expected a directory that works, found: permission denied");
        assertThat(Reasons.text("get", new FileSystemException("/srv/secret", null, "Too many links")))
                .isEqualTo("get: expected a directory that works, found: Too many links");
        assertThat(Reasons.text("get", new FileSystemLoopException("/srv/secret")))
                .isEqualTo("get: expected a directory that works, found: FileSystemLoopException");
        assertThat(Reasons.text("set", new IOException("No space left on device")))
                .isEqualTo("set: expected a directory that works, found: No space left on device");
    }

    @Test
    void anotherFileSystemIsRefusedByName() throws Exception {
        URI jar = URI.create("jar:" + folder.resolve("a.jar").toUri());
        try (FileSystem other = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            assertThatThrownBy(() -> FileStores.keyValue(other.getPath("/a")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "directory: expected one of the default file system, whose locks hold between processes,"
                                    + " found one of the file system \"jar\"");
        }
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> FileStores.keyValue(folder).pageSize(0))
                .hasMessage("pageSize: expected 1 or more, found 0");
        assertThatThrownBy(() -> FileStores.blobs(folder).callTimeout(Duration.ZERO))
                .hasMessage("callTimeout: expected longer than nothing, found PT0S");
    }
}
