package dev.witloof.blobstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.blobstore.service.BlobException;
import dev.witloof.blobstore.service.BlobService;
import dev.witloof.blobstore.service.ByteRange;
import dev.witloof.blobstore.service.NamePage;
import dev.witloof.blobstore.service.ObjectInfo;
import dev.witloof.blobstore.service.ObjectPath;
import dev.witloof.blobstore.service.ObjectReader;
import dev.witloof.blobstore.service.ObjectWriter;
import dev.witloof.blobstore.service.StoredContainer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What the store in memory has beyond the contract: bounds, and its view for Java. */
final class InMemoryBlobsTest {

    private Instant now = Instant.ofEpochSecond(1000);

    private static void write(StoredContainer container, String name, int size) throws BlobException {
        try (ObjectWriter writer = container.write(name)) {
            writer.write(new byte[size], 0, size);
            writer.commit();
        }
    }

    private static void fails(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(BlobException.class).hasMessage(message);
    }

    @Test
    void thereAreNoMoreContainersThanItsBound() throws BlobException {
        BlobService store = InMemoryBlobs.builder()
                .containers("a")
                .maximumContainers(2)
                .build()
                .service();
        store.createContainer("b");
        fails(() -> store.createContainer("c"), "containers: expected at most 2, found one more");
        store.delete("a");
        store.createContainer("c");
    }

    @Test
    void thereAreNoMoreObjectsThanItsBound() throws BlobException {
        BlobService store = InMemoryBlobs.builder()
                .containers("a", "b")
                .maximumObjects(2)
                .build()
                .service();
        StoredContainer container = store.open("a");
        write(container, "one", 1);
        write(store.open("b"), "two", 1);
        write(container, "one", 2);
        fails(() -> write(container, "three", 1), "objects: expected at most 2, found one more");
        fails(
                () -> store.copy(new ObjectPath("a", "one"), new ObjectPath("b", "copy")),
                "objects: expected at most 2, found one more");
        store.move(new ObjectPath("a", "one"), new ObjectPath("b", "moved"));
        store.copy(new ObjectPath("b", "moved"), new ObjectPath("b", "two"));
        store.open("b").delete("two");
        write(container, "three", 1);
        store.open("b").clear();
        store.delete("a");
        write(store.createContainer("a"), "one", 1);
        write(store.open("a"), "two", 1);
    }

    @Test
    void thereAreNoMoreBytesThanItsBound() throws BlobException {
        BlobService store = InMemoryBlobs.builder()
                .containers("a", "b")
                .maximumBytes(10)
                .build()
                .service();
        StoredContainer container = store.open("a");
        write(container, "one", 6);
        fails(() -> write(container, "two", 5), "all objects: expected at most 10 bytes, found 11");
        fails(
                () -> store.copy(new ObjectPath("a", "one"), new ObjectPath("b", "copy")),
                "all objects: expected at most 10 bytes, found 12");
        assertThat(container.list("").names()).containsExactly("one");
        try (ObjectWriter writer = container.write("two")) {
            writer.write(new byte[4], 0, 4);
            fails(() -> write(container, "three", 1), "all objects: expected at most 10 bytes, found 11");
        }
        write(container, "one", 4);
        store.copy(new ObjectPath("a", "one"), new ObjectPath("b", "copy"));
        store.delete("b");
        container.delete("one");
        write(container, "all", 10);
        store.move(new ObjectPath("a", "all"), new ObjectPath("a", "other"));
        fails(() -> write(container, "all", 1), "all objects: expected at most 10 bytes, found 11");
    }

    @Test
    void noObjectHasMoreBytesThanItsBound() throws BlobException {
        BlobService store = InMemoryBlobs.builder()
                .containers("a")
                .maximumObjectBytes(10)
                .build()
                .service();
        StoredContainer container = store.open("a");
        write(container, "one", 10);
        try (ObjectWriter writer = container.write("one")) {
            writer.write(new byte[6], 0, 6);
            fails(() -> writer.write(new byte[5], 0, 5), "object: expected at most 10 bytes, found 11");
        }
        assertThat(container.info("one").size()).isEqualTo(10);
    }

    @Test
    void namesAreListedInParts() throws BlobException {
        BlobService store =
                InMemoryBlobs.builder().containers("a").pageSize(2).build().service();
        StoredContainer container = store.open("a");
        for (String name : List.of("c", "", "a", "b")) {
            write(container, name, 0);
        }
        NamePage first = container.list("");
        assertThat(first).isEqualTo(new NamePage(List.of("", "a"), Optional.of(">a")));
        container.delete("a");
        assertThat(store.open("a").list(">a")).isEqualTo(NamePage.last(List.of("b", "c")));
        fails(() -> container.list("12"), "cursor: expected one of this store, found another");
    }

    @Test
    void timesAreSecondsOfTheClock() throws BlobException {
        BlobService store = InMemoryBlobs.builder().clock(() -> now).build().service();
        StoredContainer container = store.createContainer("a");
        now = Instant.ofEpochMilli(2_000_999);
        write(container, "one", 3);
        now = Instant.ofEpochSecond(3000);
        store.copy(new ObjectPath("a", "one"), new ObjectPath("a", "copy"));
        store.move(new ObjectPath("a", "one"), new ObjectPath("a", "moved"));
        assertThat(container.createdAt()).isEqualTo(1000);
        assertThat(container.info("moved")).isEqualTo(new ObjectInfo(3, 2000));
        assertThat(container.info("copy")).isEqualTo(new ObjectInfo(3, 3000));
    }

    @Test
    void largeObjectsAreKeptInPieces() throws BlobException {
        StoredContainer container = Blobs.inMemory().service().createContainer("a");
        int size = 2 * MemoryObject.PIECE + 5;
        try (ObjectWriter writer = container.write("large")) {
            for (int at = 0; at < size; at += 1000) {
                byte[] part = new byte[Math.min(1000, size - at)];
                for (int i = 0; i < part.length; i++) {
                    part[i] = (byte) (at + i);
                }
                writer.write(part, 0, part.length);
            }
            writer.commit();
        }
        try (ObjectReader reader = container.read("large", new ByteRange(MemoryObject.PIECE - 2, -1))) {
            assertThat(reader.size()).isEqualTo(MemoryObject.PIECE + 7);
            byte[] bytes = new byte[10];
            assertThat(reader.read(bytes, 0, 10)).isEqualTo(2);
            assertThat(reader.read(bytes, 2, 8)).isEqualTo(8);
            assertThat(bytes).containsExactly(-2, -1, 0, 1, 2, 3, 4, 5, 6, 7);
            assertThat(reader.skip(MemoryObject.PIECE)).isEqualTo(MemoryObject.PIECE - 3);
            assertThat(reader.read(bytes, 0, 10)).isEqualTo(-1);
        }
    }

    @Test
    void whatIsAskedForMustMakeSense() {
        InMemoryBlobs.Builder builder = InMemoryBlobs.builder();
        assertThatThrownBy(() -> builder.maximumBytes(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maximumBytes: expected 1 or more, found 0");
        assertThatThrownBy(() -> builder.pageSize(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pageSize: expected 1 or more, found -1");
        assertThatThrownBy(() -> InMemoryBlobs.builder()
                        .containers("a", "b")
                        .maximumContainers(1)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("containers: expected at most 1, found 2");
        assertThat(Blobs.inMemory().description()).isEqualTo("in-memory blobs");
    }
}
