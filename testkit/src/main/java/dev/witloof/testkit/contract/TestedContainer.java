package dev.witloof.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.blobstore.v0_2_0_draft.Container;
import dev.witloof.blobstore.v0_2_0_draft.Types;
import dev.witloof.host.Tuple2;
import dev.witloof.wasi.io.Streams;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A container whose failures say which clause is broken. */
final class TestedContainer {

    private final BlobWhere where;
    private final Types types;
    private final Container.Container_ container;

    TestedContainer(BlobWhere where, Types types, Container.Container_ container) {
        this.where = where;
        this.types = types;
        this.container = container;
    }

    BlobWhere where() {
        return where;
    }

    Container.Container_ plain() {
        return container;
    }

    /** A value that is not written yet. */
    Writing writing() {
        return new Writing(types);
    }

    /** Writes an object, without telling what goes wrong. */
    void put(String name, byte[] bytes) throws Exception {
        try (Writing writing = writing()) {
            writing.body().to(container, name).bytes(bytes).end().finish();
        }
    }

    void write(String name, byte[] bytes) {
        where.run(BlobClause.WRITE_DATA, () -> put(name, bytes));
    }

    void write(String name, String text) {
        write(name, Values.bytes(text));
    }

    Types.IncomingValue value(String name, long start, long end) {
        return where.call(BlobClause.GET_DATA, () -> container.getData(name, start, end));
    }

    /** All of an object, opened. */
    Types.IncomingValue value(String name) {
        return value(name, 0, -1);
    }

    /** Part of an object at once; its size has to agree. */
    byte[] read(String name, long start, long end) {
        return all(value(name, start, end));
    }

    byte[] all(Types.IncomingValue value) {
        long size = where.call(BlobClause.SIZE, value::size);
        byte[] bytes = where.call(BlobClause.CONSUME_SYNC, () -> types.incomingValueIncomingValueConsumeSync(value));
        assertThat((long) bytes.length).as(where.says(BlobClause.SIZE)).isEqualTo(size);
        return bytes;
    }

    Streams.InputStream stream(Types.IncomingValue value) {
        return where.call(BlobClause.CONSUME_ASYNC, () -> types.incomingValueIncomingValueConsumeAsync(value));
    }

    /** What is left of a stream, which is dropped then, without telling what goes wrong. */
    static byte[] rest(Streams.InputStream stream, int piece) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (stream) {
            while (true) {
                bytes.writeBytes(stream.blockingRead(piece));
            }
        } catch (Streams.StreamErrorException end) {
            if (!(end.error() instanceof Streams.StreamError.Closed)) {
                throw end;
            }
            return bytes.toByteArray();
        }
    }

    /** Part of an object through a stream. */
    byte[] streamed(String name, long start, long end, int piece) {
        Streams.InputStream stream = stream(value(name, start, end));
        return where.call(BlobClause.CONSUME_ASYNC, () -> rest(stream, piece));
    }

    boolean has(String name) {
        return where.call(BlobClause.HAS_OBJECT, () -> container.hasObject(name));
    }

    Types.ObjectMetadata info(String name) {
        return where.call(BlobClause.OBJECT_INFO, () -> container.objectInfo(name));
    }

    void delete(String name) {
        where.run(BlobClause.DELETE_OBJECT, () -> container.deleteObject(name));
    }

    void close() {
        where.run(BlobClause.HANDLES, container::close);
    }

    /** Fails unless the object has these bytes and is there. */
    void expect(BlobClause clause, String name, byte[] bytes) {
        assertThat(Values.shown(read(name, 0, -1)))
                .as("%s, of the object %s", where.says(clause), Values.quoted(name))
                .isEqualTo(Values.shown(bytes));
        assertThat(has(name))
                .as("%s, of the object %s", where.says(BlobClause.HAS_OBJECT), Values.quoted(name))
                .isTrue();
        assertThat(info(name).size())
                .as("%s, of the object %s", where.says(BlobClause.OBJECT_INFO), Values.quoted(name))
                .isEqualTo(bytes.length);
    }

    void expect(BlobClause clause, String name, String text) {
        expect(clause, name, Values.bytes(text));
    }

    /** Fails unless the object is not there. */
    void expectNothing(BlobClause clause, String name) {
        assertThat(has(name))
                .as("%s, of the object %s", where.says(clause), Values.quoted(name))
                .isFalse();
        where.refusedWithText(BlobClause.NOT_THERE, () -> container.objectInfo(name));
        where.refusedWithText(BlobClause.NOT_THERE, () -> container.getData(name, 0, -1));
    }

    Container.StreamObjectNames listing() {
        return where.call(BlobClause.LIST_OBJECTS, container::listObjects);
    }

    /** The next names of a listing. */
    Tuple2<List<String>, Boolean> next(Container.StreamObjectNames listing, long len) {
        Tuple2<List<String>, Boolean> part =
                where.call(BlobClause.READ_NAMES, () -> listing.readStreamObjectNames(len));
        assertThat(Long.compareUnsigned(part.v0().size(), len))
                .as(
                        "%s, of %s, %s names",
                        where.says(BlobClause.READ_NAMES),
                        Long.toUnsignedString(len),
                        part.v0().size())
                .isLessThanOrEqualTo(0);
        return part;
    }

    /** All names that are left, in parts of at most so many, until the end is told. */
    List<String> names(Container.StreamObjectNames listing, long len) {
        List<String> names = new ArrayList<>();
        int empty = 0;
        Tuple2<List<String>, Boolean> part;
        do {
            part = next(listing, len);
            names.addAll(part.v0());
            empty = part.v0().isEmpty() ? empty + 1 : 0;
            assertThat(empty)
                    .as("%s, empty parts one after the other", where.says(BlobClause.READ_NAMES))
                    .isLessThan(1000);
        } while (!part.v1());
        return names;
    }

    /** All names. */
    List<String> names() {
        try (Container.StreamObjectNames listing = listing()) {
            return names(listing, 1000);
        }
    }

    /** Fails unless these names were listed, and no others; none twice if that is promised. */
    void expectListed(BlobClause clause, Collection<String> listed, Collection<String> expected, boolean once) {
        expectListed(clause, listed, expected, expected, once);
    }

    /** Fails unless all were listed that stayed, and of the others only those that were there at some time. */
    void expectListed(
            BlobClause clause,
            Collection<String> listed,
            Collection<String> stayed,
            Collection<String> ever,
            boolean once) {
        new ListedText(where.says(clause), "names").expect(listed, stayed, ever, once);
    }
}
