package dev.witloof.blobstore.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.blobstore.Blobs;
import dev.witloof.blobstore.InMemoryBlobs;
import dev.witloof.blobstore.v0_2_0_draft.Blobstore;
import dev.witloof.blobstore.v0_2_0_draft.Container;
import dev.witloof.blobstore.v0_2_0_draft.Types;
import dev.witloof.error.TrapException;
import dev.witloof.host.ResultException;
import dev.witloof.host.Tuple2;
import dev.witloof.link.Backend;
import dev.witloof.link.Connections;
import dev.witloof.name.ImportRef;
import dev.witloof.name.NameAttributes;
import dev.witloof.wasi.io.Streams;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What the interfaces make of a service, whatever it is. */
final class BlobBackendTest {

    private static final ImportRef CONTAINER = unnamed("container");
    private static final ImportRef TYPES = unnamed("types");

    private final List<String> events = new ArrayList<>();
    private BlobService service = Blobs.inMemory().service();

    private static ImportRef unnamed(String interfaceName) {
        return new ImportRef(
                "wasi:blobstore/" + interfaceName + "@0.2.0-draft",
                "instance",
                new NameAttributes(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static ImportRef named(String name) {
        return new ImportRef(
                name,
                "instance",
                new NameAttributes(
                        Optional.of("wasi:blobstore/blobstore@0.2.0-draft"), Optional.empty(), Optional.empty()));
    }

    private final class Recorded extends BlobBackend {

        @Override
        protected BlobService open(Connections connections) {
            events.add("open");
            return new Delegate();
        }
    }

    private class Delegate implements BlobService {

        @Override
        public StoredContainer createContainer(String name) throws BlobException {
            return service.createContainer(name);
        }

        @Override
        public StoredContainer open(String name) throws BlobException {
            return service.open(name);
        }

        @Override
        public void delete(String name) throws BlobException {
            service.delete(name);
        }

        @Override
        public boolean exists(String name) throws BlobException {
            return service.exists(name);
        }

        @Override
        public void check() {
            events.add("check");
        }

        @Override
        public void close() {
            events.add("close");
        }
    }

    private BlobInterfaces interfaces() {
        return new BlobInterfaces(new Delegate());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void fails(ThrowingCallable call, String text) {
        assertThat(catchThrowableOfType(ResultException.class, call).error()).isEqualTo(text);
    }

    private static Types.OutgoingValue value(BlobInterfaces store, String text) throws Exception {
        Types.OutgoingValue value = store.outgoingValueNewOutgoingValue();
        try (Streams.OutputStream stream = value.outgoingValueWriteBody()) {
            stream.blockingWriteAndFlush(bytes(text));
        }
        return value;
    }

    @Test
    void aStoreIsOpenedOnceForAllItsImportsAndClosed() throws Exception {
        Backend backend = new Recorded();
        try (Backend.Started started = backend.start(List.of(named("photos"), named("backups"), CONTAINER, TYPES))) {
            assertThat(started.implementation(named("photos"))).isInstanceOf(Blobstore.class);
            assertThat(started.implementation(CONTAINER)).isInstanceOf(Container.class);
            assertThat(started.implementation(TYPES)).isInstanceOf(Types.class);
            started.check();
        }
        assertThat(events).containsExactly("open", "check", "close");
    }

    @Test
    void whatAllStoresShareOpensNone() throws Exception {
        try (Backend.Started started = new Recorded().start(List.of(CONTAINER, TYPES))) {
            assertThat(started.implementation(CONTAINER)).isInstanceOf(Container.class);
            assertThat(started.implementation(TYPES)).isInstanceOf(Types.class);
            started.check();
        }
        assertThat(events).isEmpty();
    }

    @Test
    void aFailureOfTheStoreIsTheGuestsTextAndAnythingElseIsATrap() throws Exception {
        BlobInterfaces store = interfaces();
        fails(() -> store.getContainer("a"), "container \"a\": expected a container, found none");
        fails(() -> store.deleteContainer("a"), "container \"a\": expected a container, found none");
        Container.Container_ container = store.createContainer("a");
        fails(() -> store.createContainer("a"), "container \"a\": expected none of this name, found one");
        fails(() -> container.getData("b", 0, 1), "container \"a\", object \"b\": expected an object, found none");
        fails(() -> container.getData("b", 2, 1), "range: expected an end of 2 or more, found 1");
        BlobInterfaces broken = new BlobInterfaces(new Delegate() {
            @Override
            public StoredContainer open(String name) {
                throw new IllegalStateException("broken");
            }
        });
        assertThatThrownBy(() -> broken.getContainer("a"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
    }

    @Test
    void aValueGoesToOnePlace() throws Exception {
        BlobInterfaces store = interfaces();
        Container.Container_ container = store.createContainer("a");
        Types.OutgoingValue value = value(store, "bytes");
        container.writeData("one", value);
        fails(() -> container.writeData("two", value), "outgoing value: expected one write-data, found a second one");
        store.outgoingValueFinish(value);
        assertThat(container.hasObject("one")).isTrue();
        assertThat(container.hasObject("two")).isFalse();
    }

    @Test
    void aValueThatGoesNowhereIsNotFinished() throws Exception {
        BlobInterfaces store = interfaces();
        Types.OutgoingValue value = value(store, "bytes");
        fails(() -> store.outgoingValueFinish(value), "outgoing value: expected write-data before finish, found none");
    }

    @Test
    void aValueWhoseStreamIsThereIsNotFinished() throws Exception {
        BlobInterfaces store = interfaces();
        Container.Container_ container = store.createContainer("a");
        Types.OutgoingValue value = store.outgoingValueNewOutgoingValue();
        Streams.OutputStream stream = value.outgoingValueWriteBody();
        container.writeData("b", value);
        assertThatThrownBy(() -> store.outgoingValueFinish(value))
                .isInstanceOf(TrapException.class)
                .hasMessage("outgoing-value: expected its output-stream to be dropped, found it in use");
        assertThat(catchThrowableOfType(Streams.StreamErrorException.class, stream::checkWrite)
                        .error())
                .isEqualTo(new Streams.StreamError.Closed());
        assertThat(container.hasObject("b")).isFalse();
    }

    @Test
    void bytesThatNobodyPlacedAreBounded() throws Exception {
        BlobInterfaces store = interfaces();
        Container.Container_ container = store.createContainer("a");
        byte[] part = new byte[1 << 16];
        Types.OutgoingValue first = store.outgoingValueNewOutgoingValue();
        Types.OutgoingValue second = store.outgoingValueNewOutgoingValue();
        try (Streams.OutputStream one = first.outgoingValueWriteBody();
                Streams.OutputStream two = second.outgoingValueWriteBody()) {
            for (int i = 0; i < 1024; i++) {
                Streams.OutputStream stream = i % 2 == 0 ? one : two;
                stream.checkWrite();
                stream.write(part);
            }
            one.checkWrite();
            Streams.StreamError full = catchThrowableOfType(
                            Streams.StreamErrorException.class, () -> one.write(bytes("1")))
                    .error();
            assertThat(((Streams.StreamError.LastOperationFailed) full).value().toDebugString())
                    .isEqualTo("values without write-data: expected at most 67108864 bytes, found 67108865");
            container.writeData("two", second);
            two.checkWrite();
            two.write(bytes("goes straight to the store"));
        }
        fails(
                () -> container.writeData("one", first),
                "values without write-data: expected at most 67108864 bytes, found 67108865");
        first.close();
        store.outgoingValueFinish(second);
        assertThat(container.objectInfo("two").size()).isEqualTo(512L * (1 << 16) + 26);
        store.outgoingValueFinish(placed(container, value(store, "there is room again")));
    }

    private static Types.OutgoingValue placed(Container.Container_ container, Types.OutgoingValue value)
            throws ResultException {
        container.writeData("placed", value);
        return value;
    }

    @Test
    void whatTheStoreDoesNotTakeIsAnErrorOfTheStreamAndOfTheValue() throws Exception {
        service = InMemoryBlobs.builder()
                .maximumObjectBytes(3)
                .containers("a")
                .build()
                .service();
        BlobInterfaces store = interfaces();
        Container.Container_ container = store.getContainer("a");
        Types.OutgoingValue value = store.outgoingValueNewOutgoingValue();
        try (Streams.OutputStream stream = value.outgoingValueWriteBody()) {
            container.writeData("b", value);
            Streams.StreamError error = catchThrowableOfType(
                            Streams.StreamErrorException.class, () -> stream.blockingWriteAndFlush(bytes("1234")))
                    .error();
            assertThat(((Streams.StreamError.LastOperationFailed) error).value().toDebugString())
                    .isEqualTo("object: expected at most 3 bytes, found 4");
        }
        fails(() -> store.outgoingValueFinish(value), "object: expected at most 3 bytes, found 4");
        fails(() -> container.writeData("b", value(store, "1234")), "object: expected at most 3 bytes, found 4");
        assertThat(container.hasObject("b")).isFalse();
    }

    @Test
    void valuesOfAnotherKindAreNotTaken() throws Exception {
        BlobInterfaces store = interfaces();
        Container.Container_ container = store.createContainer("a");
        Types.IncomingValue incoming = () -> 5;
        Types.OutgoingValue outgoing = () -> {
            throw new ResultException(null);
        };
        assertThatThrownBy(() -> container.writeData("b", outgoing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("outgoing-value: expected one of a dev.witloof.blobstore.service.BlobBackend, found "
                        + outgoing.getClass().getName());
        assertThatThrownBy(() -> store.incomingValueIncomingValueConsumeSync(incoming))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("incoming-value: expected one of a dev.witloof.blobstore.service.BlobBackend, found "
                        + incoming.getClass().getName());
    }

    /** Bytes that are not there before they are asked for. */
    private final class Claimed extends ObjectReader {

        private final long size;

        Claimed(long size) {
            this.size = size;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return -1;
        }

        @Override
        public void close() {
            events.add("closed");
        }
    }

    @Test
    void atOnceNoMoreIsReadThanAListMayHave() {
        fails(
                () -> interfaces().incomingValueIncomingValueConsumeSync(new IncomingBytes(new Claimed(1L << 28))),
                "incoming value: expected at most 268435455 bytes to be read at once, found 268435456");
        assertThat(events).containsExactly("closed");
    }

    @Test
    void bytesThatAreMissingAreAFailure() throws Exception {
        fails(
                () -> interfaces().incomingValueIncomingValueConsumeSync(new IncomingBytes(new Claimed(7))),
                "incoming value: expected 7 bytes, found 0");
        try (Streams.InputStream stream =
                interfaces().incomingValueIncomingValueConsumeAsync(new IncomingBytes(new Claimed(7)))) {
            Streams.StreamError error = catchThrowableOfType(
                            Streams.StreamErrorException.class, () -> stream.blockingRead(1))
                    .error();
            assertThat(((Streams.StreamError.LastOperationFailed) error).value().toDebugString())
                    .isEqualTo("object: expected 7 bytes, found 0");
        }
        assertThat(events).containsExactly("closed", "closed");
    }

    @Test
    void aListingGivesABoundedNumberOfNamesAtATime() throws Exception {
        StoredContainer stored = service.createContainer("a");
        for (int i = 0; i < 10_001; i++) {
            try (ObjectWriter writer = stored.write("object" + i)) {
                writer.commit();
            }
        }
        try (Container.StreamObjectNames names = interfaces().getContainer("a").listObjects()) {
            Tuple2<List<String>, Boolean> first = names.readStreamObjectNames(-1);
            assertThat(first.v0()).hasSize(10_000);
            assertThat(first.v1()).isFalse();
            Tuple2<List<String>, Boolean> second = names.readStreamObjectNames(-1);
            assertThat(second.v0()).hasSize(1);
            assertThat(second.v1()).isTrue();
            assertThat(IntStream.range(0, 10_001).mapToObj(i -> "object" + i))
                    .hasSize(10_001)
                    .allMatch(name -> first.v0().contains(name) || second.v0().contains(name));
        }
    }

    @Test
    void byDefaultCopiesGoThroughTheServiceAndMovesAreCopies() throws Exception {
        BlobInterfaces store = interfaces();
        Container.Container_ container = store.createContainer("a");
        store.outgoingValueFinish(placed(container, value(store, "bytes")));
        store.copyObject(new Types.ObjectId("a", "placed"), new Types.ObjectId("a", "copy"));
        store.moveObject(new Types.ObjectId("a", "placed"), new Types.ObjectId("a", "moved"));
        store.moveObject(new Types.ObjectId("a", "moved"), new Types.ObjectId("a", "moved"));
        fails(
                () -> store.moveObject(new Types.ObjectId("a", "placed"), new Types.ObjectId("a", "placed")),
                "container \"a\", object \"placed\": expected an object, found none");
        for (String each : List.of("copy", "moved")) {
            assertThat(store.incomingValueIncomingValueConsumeSync(container.getData(each, 0, -1)))
                    .isEqualTo(bytes("bytes"));
        }
        assertThat(container.hasObject("placed")).isFalse();
        assertThat(container).hasToString("a");
    }
}
