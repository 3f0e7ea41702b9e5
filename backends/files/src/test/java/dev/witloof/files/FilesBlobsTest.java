package dev.witloof.files;

import static dev.witloof.files.Stores.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.blobstore.service.BlobException;
import dev.witloof.blobstore.service.BlobService;
import dev.witloof.blobstore.service.ByteRange;
import dev.witloof.blobstore.service.ObjectPath;
import dev.witloof.blobstore.service.ObjectReader;
import dev.witloof.blobstore.service.ObjectWriter;
import dev.witloof.blobstore.service.StoredContainer;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.link.Connections;
import dev.witloof.servers.Leaks;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects in a directory, beyond what every store owes. */
final class FilesBlobsTest {

    private static Leaks before;

    @TempDir
    Path folder;

    private BlobService service;
    private StoredContainer container;

    @BeforeAll
    static void look() {
        before = Leaks.now();
    }

    @AfterAll
    static void nothingIsLeft() {
        assertThat(before.since()).isEmpty();
    }

    @BeforeEach
    void open() throws Exception {
        service = FileStores.blobs(folder).sync(true).build().open(new Connections());
        container = service.createContainer("box");
    }

    @AfterEach
    void close() throws Exception {
        Thread.interrupted();
        service.close();
        Folders.areClosed(folder);
        assertThat(folder.resolve("writers")).isEmptyDirectory();
    }

    private static void write(StoredContainer container, String name, byte[] bytes) throws BlobException {
        try (ObjectWriter writer = container.write(name)) {
            writer.write(bytes, 0, bytes.length);
            writer.commit();
        }
    }

    private static String rest(ObjectReader reader) throws BlobException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] piece = new byte[7];
        for (int read = reader.read(piece, 0, 7); read >= 0; read = reader.read(piece, 0, 7)) {
            out.write(piece, 0, read);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String read(StoredContainer container, String name) throws BlobException {
        try (ObjectReader reader = container.read(name, ByteRange.ALL)) {
            return rest(reader);
        }
    }

    @Test
    void objectsAreWhereTheyAreDocumented() throws Exception {
        write(container, "a", bytes("value"));

        String file = "blobs/name-box/ca/" + Address.of("a").file();
        assertThat(Folders.files(folder)).contains("blobs/name-box/name", file);
        ByteBuffer entry = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(file)));
        assertThat(entry.getLong(32)).isEqualTo(5);
        assertThat(entry.position(40).slice()).isEqualTo(ByteBuffer.wrap(bytes("avalue")));
    }

    @Test
    void keysAndObjectsOfOneDirectoryAreApart() throws Exception {
        try (KeyValueService keys = Stores.open(folder)) {
            write(container, "a", bytes("object"));
            keys.open("box").set("a", bytes("key"));

            assertThat(read(container, "a")).isEqualTo("object");
            assertThat(Stores.text(keys.open("box"), "a")).isEqualTo("key");
        }
    }

    @Test
    void aPartIsReadFromItsBeginning() throws Exception {
        write(container, "a", bytes("0123456789"));

        try (ObjectReader reader = container.read("a", new ByteRange(2, 7))) {
            assertThat(reader.size()).isEqualTo(6);
            assertThat(reader.skip(2)).isEqualTo(2);
            assertThat(rest(reader)).isEqualTo("4567");
            assertThat(reader.skip(2)).isZero();
        }
        try (ObjectReader reader = container.read("a", new ByteRange(8, -1))) {
            assertThat(reader.skip(Long.MAX_VALUE)).isEqualTo(2);
            assertThat(rest(reader)).isEmpty();
        }
        try (ObjectReader reader = container.read("a", new ByteRange(10, 20))) {
            assertThat(reader.size()).isZero();
            assertThat(rest(reader)).isEmpty();
        }
    }

    @Test
    void whatIsBeingReadStays() throws Exception {
        write(container, "a", bytes("the first value"));
        try (ObjectReader reader = container.read("a", ByteRange.ALL)) {
            write(container, "a", bytes("another"));
            assertThat(read(container, "a")).isEqualTo("another");
            container.delete("a");
            service.delete("box");
            assertThat(rest(reader)).isEqualTo("the first value");
        }
        assertThat(folder.resolve("blobs")).isEmptyDirectory();
    }

    @Test
    void whatIsBrokenOffLeavesNothing() throws Exception {
        write(container, "a", bytes("old"));
        try (ObjectWriter writer = container.write("a")) {
            writer.write(new byte[100_000], 0, 100_000);
            assertThat(Folders.drafts(folder)).hasSize(1);
        }
        assertThat(Folders.drafts(folder)).isEmpty();
        assertThat(read(container, "a")).isEqualTo("old");
    }

    @Test
    void aContainerThatIsRemovedMeanwhileTakesNothing() throws Exception {
        try (ObjectWriter writer = container.write("a")) {
            writer.write(bytes("value"), 0, 5);
            service.delete("box");
            assertThatThrownBy(writer::commit).hasMessage("container \"box\": expected a container, found none");
        }
        assertThat(service.exists("box")).isFalse();
        assertThat(Folders.drafts(folder)).isEmpty();
    }

    @Test
    void aMoveIsNeverNowhereAndLosesNoNewerObject() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread mover = new Thread(() -> {
            try {
                while (!done.get()) {
                    moveIfThere();
                }
            } catch (Throwable e) {
                failure.set(e);
            }
        });
        mover.start();
        List<String> lost = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            String number = String.valueOf(i);
            write(container, "place", bytes(number));
            // Whenever it is moved, it is there or already here.
            if (!readIfThere("place").equals(number) && !readIfThere("other").equals(number)) {
                lost.add(number);
            }
        }
        done.set(true);
        mover.join();
        assertThat(failure.get()).isNull();
        assertThat(lost).isEmpty();
    }

    private void moveIfThere() throws BlobException {
        try {
            service.move(new ObjectPath("box", "place"), new ObjectPath("box", "other"));
        } catch (BlobException e) {
            // The writer is quicker than the device at times.
            assertThat(e.text())
                    .isIn(
                            "container \"box\", object \"place\": expected an object, found none",
                            "move-object: expected an object that stays while it is copied, found it replaced 10 times");
        }
    }

    private String readIfThere(String name) {
        try {
            return read(container, name);
        } catch (BlobException none) {
            return "";
        }
    }

    @Test
    void anInterruptBreaksNothing() throws Exception {
        Thread.currentThread().interrupt();
        write(container, "a", bytes("value"));
        assertThat(read(container, "a")).isEqualTo("value");
        service.move(new ObjectPath("box", "a"), new ObjectPath("box", "b"));
        container.clear();
        assertThat(container.has("b")).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aCursorIsANumber() {
        assertThatThrownBy(() -> container.list("a"))
                .hasMessage("list-objects: expected a cursor that a listing gave, found another");
    }

    /** Larger than an array may be, in pieces. */
    @Test
    @Tag("long")
    void anObjectLargerThanMemoryIsWrittenReadAndCopied() throws Exception {
        byte[] piece = new byte[1 << 20];
        long size = 0;
        try (ObjectWriter writer = container.write("large")) {
            for (int i = 0; i < 2200; i++) {
                piece[0] = (byte) i;
                writer.write(piece, 0, piece.length);
                size += piece.length;
            }
            writer.commit();
        }
        service.copy(new ObjectPath("box", "large"), new ObjectPath("box", "copy"));
        assertThat(container.info("copy").size()).isEqualTo(size);
        try (ObjectReader reader = container.read("copy", new ByteRange(2199L << 20, -1))) {
            assertThat(reader.size()).isEqualTo(1 << 20);
            assertThat(reader.read(piece, 0, 1)).isEqualTo(1);
            assertThat(piece[0]).isEqualTo((byte) 2199);
        }
    }
}
