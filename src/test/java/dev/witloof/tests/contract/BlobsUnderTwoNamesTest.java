package dev.witloof.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.blobstore.Blobs;
import dev.witloof.blobstore.InMemoryBlobs;
import dev.witloof.blobstore.service.BlobException;
import dev.witloof.blobstore.service.BlobService;
import dev.witloof.blobstore.service.ByteRange;
import dev.witloof.blobstore.service.ObjectReader;
import dev.witloof.blobstore.service.ObjectWriter;
import dev.witloof.error.UnlinkableException;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.BoundImport;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.tests.guests.Guests;
import dev.witloof.wasi.Wasi;
import dev.witloof.wasi.io.Error;
import dev.witloof.wasi.io.Streams;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A component with two stores of objects: what goes from one to the other, and what its bindings have to agree on. */
final class BlobsUnderTwoNamesTest {

    private static final String SERVICE = "demo:albums/album-service@0.1.0";

    private final InMemoryBlobs photos =
            InMemoryBlobs.builder().containers("main", "hot").build();
    private final InMemoryBlobs backups =
            InMemoryBlobs.builder().containers("main", "hot").build();

    private Linker.Builder stores() {
        return Linker.builder().bind("photos").to(photos).bind("backups").to(backups);
    }

    private static Linker.Builder streams(Linker.Builder linker) {
        return linker.bindAll(Wasi.builder().build());
    }

    private static LinkPlan plan(Linker.Builder linker) {
        return linker.build().plan(Guests.component("c-albums/albums.wasm"));
    }

    private static void write(BlobService store, String container, String object, String text) throws BlobException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (ObjectWriter writer = store.open(container).write(object)) {
            writer.write(bytes, 0, bytes.length);
            writer.commit();
        }
    }

    private static String read(BlobService store, String container, String object) throws BlobException {
        byte[] bytes = new byte[100];
        try (ObjectReader reader = store.open(container).read(object, ByteRange.ALL)) {
            return new String(bytes, 0, Math.max(0, reader.read(bytes, 0, bytes.length)), StandardCharsets.UTF_8);
        }
    }

    private static String call(ComponentInstance app, String function, Object... arguments) {
        return String.valueOf(app.instance(SERVICE).function(function).call(arguments));
    }

    @Test
    void L23_whatIsMovedUnderANameStaysInItsStoreAndACopyToAnotherIsInBoth() throws BlobException {
        write(photos.service(), "main", "a", "the photo");
        write(backups.service(), "hot", "b", "the backups' own");
        write(backups.service(), "main", "only there", "bytes");
        try (ComponentInstance app = plan(streams(stores()).bindAll(backups)).instantiate()) {
            assertThat(call(app, "rename", "main", "a", "hot", "b")).isEqualTo("ok");
            assertThat(read(photos.service(), "hot", "b")).isEqualTo("the photo");
            assertThat(read(backups.service(), "hot", "b")).isEqualTo("the backups' own");
            assertThat(call(app, "rename", "main", "only there", "main", "here"))
                    .isEqualTo(
                            "err(\"move-object: container \\\"main\\\", object \\\"only there\\\": expected an object,"
                                    + " found none\")");
            assertThat(read(backups.service(), "main", "only there")).isEqualTo("bytes");
            assertThat(call(app, "backup", "hot", "b")).isEqualTo("ok(9)");
        }
        assertThat(read(photos.service(), "hot", "b")).isEqualTo("the photo");
        assertThat(read(backups.service(), "hot", "b")).isEqualTo("the photo");
    }

    @Test
    void itMakesNoDifferenceWhatStandsBehindTheSharedInterfaces() throws BlobException {
        for (InMemoryBlobs shared : new InMemoryBlobs[] {photos, backups, Blobs.inMemory()}) {
            try (ComponentInstance app = plan(streams(stores()).bindAll(shared)).instantiate()) {
                assertThat(call(app, "keep", "main", "a", "bytes".getBytes(StandardCharsets.UTF_8)))
                        .isEqualTo("ok");
                assertThat(call(app, "backup", "main", "a")).isEqualTo("ok(5)");
                assertThat(call(app, "remove", "main", "a")).isEqualTo("ok");
            }
            assertThat(read(backups.service(), "main", "a")).isEqualTo("bytes");
            assertThat(photos.service().open("main").has("a")).isFalse();
            backups.service().open("main").clear();
        }
    }

    @Test
    void thePlanSaysWhatStandsBehindEachImport() {
        assertThat(plan(streams(stores()).bindAll(backups)).bindings())
                .extracting(BoundImport::boundTo)
                .containsExactly(
                        "WASI", "WASI", "in-memory blobs", "in-memory blobs", "in-memory blobs", "in-memory blobs");
    }

    interface OtherStreams {
        interface InputStream {}

        interface OutputStream {
            void blockingWriteAndFlush(byte[] contents) throws Streams.StreamErrorException;

            long blockingSplice(InputStream src, long len) throws Streams.StreamErrorException;
        }
    }

    @Test
    void streamsOfAnotherLibraryAreAProblemOfThePlan() {
        UnlinkableException problem = catchThrowableOfType(
                UnlinkableException.class,
                () -> plan(stores().bindAll(backups)
                        .bindInterface("wasi:io/streams@0.2.12")
                        .to(OtherStreams.class, new OtherStreams() {})
                        .bindInterface("wasi:io/error@0.2.12")
                        .to(Error.class, new Error() {})));
        assertThat(problem.getMessage()
                        .replaceAll("\\(BlobsUnderTwoNamesTest.java:\\d+\\)", "(here)")
                        .lines()
                        .skip(2))
                .containsExactly(
                        "1) split resource: import \"wasi:blobstore/types@0.2.0-draft\", bound to in-memory blobs (here)",
                        "     its output-stream is the Java type dev.witloof.wasi.io.Streams.OutputStream",
                        "     import \"wasi:io/streams@0.2.12\", bound to an object of dev.witloof.tests.contract.BlobsUnderTwoNamesTest$OtherStreams (here), has it"
                                + " as dev.witloof.tests.contract.BlobsUnderTwoNamesTest.OtherStreams.OutputStream, and neither is the"
                                + " other",
                        "     fix: bind both to Java interfaces that share the type   (here)",
                        "",
                        "2) split resource: import \"wasi:blobstore/types@0.2.0-draft\", bound to in-memory blobs (here)",
                        "     its input-stream is the Java type dev.witloof.wasi.io.Streams.InputStream",
                        "     import \"wasi:io/streams@0.2.12\", bound to an object of dev.witloof.tests.contract.BlobsUnderTwoNamesTest$OtherStreams (here), has it"
                                + " as dev.witloof.tests.contract.BlobsUnderTwoNamesTest.OtherStreams.InputStream, and neither is"
                                + " the other",
                        "     fix: bind both to Java interfaces that share the type   (here)");
    }
}
