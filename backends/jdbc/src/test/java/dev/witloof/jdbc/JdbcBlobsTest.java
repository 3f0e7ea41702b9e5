package dev.witloof.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.blobstore.service.BlobException;
import dev.witloof.blobstore.service.BlobService;
import dev.witloof.blobstore.service.ByteRange;
import dev.witloof.blobstore.service.ObjectPath;
import dev.witloof.blobstore.service.ObjectReader;
import dev.witloof.blobstore.service.ObjectWriter;
import dev.witloof.blobstore.service.StoredContainer;
import dev.witloof.link.Connections;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lies in the tables, and what does not any more. */
final class JdbcBlobsTest {

    private static final String URL = "jdbc:h2:mem:blobs;DB_CLOSE_DELAY=-1";
    private static final int LARGE = 2 * BlobSql.CHUNK_BYTES + 77;
    private static final Duration KEEP = Duration.ofSeconds(1);

    private BlobService service;
    private StoredContainer main;

    @BeforeEach
    void open() throws Exception {
        service = openAgain();
        main = service.createContainer("main");
    }

    private static BlobService openAgain() throws Exception {
        return Jdbc.blobs().url(URL).keepRemoved(KEEP).build().open(new Connections());
    }

    @AfterEach
    void close() throws Exception {
        service.close();
        try (Connection connection = DriverManager.getConnection(URL)) {
            Dialect.execute(connection, "SHUTDOWN");
        }
    }

    private static byte[] large(int seed) {
        byte[] bytes = new byte[LARGE];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static void write(StoredContainer container, String name, byte[] bytes) throws BlobException {
        try (ObjectWriter writer = container.write(name)) {
            writer.write(bytes, 0, bytes.length);
            writer.commit();
        }
    }

    private static byte[] rest(ObjectReader reader) throws BlobException {
        byte[] bytes = new byte[(int) reader.size()];
        int done = 0;
        for (int read = reader.read(bytes, 0, bytes.length); read > 0; ) {
            done += read;
            read = reader.read(bytes, done, bytes.length - done);
        }
        assertThat(done).isEqualTo(bytes.length);
        return bytes;
    }

    private static long count(String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(URL);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM witloof_" + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Waits until what is unused may go, and does something after which it does. */
    private void removeUnused() throws Exception {
        TimeUnit.MILLISECONDS.sleep(KEEP.toMillis() + 50);
        main.delete("none");
    }

    @Test
    void anObjectIsItsChunks() throws Exception {
        write(main, "a", large(1));
        assertThat(count("bodies")).isEqualTo(1);
        assertThat(count("chunks")).isEqualTo(3);
        try (ObjectReader part = main.read("a", new ByteRange(BlobSql.CHUNK_BYTES - 1, BlobSql.CHUNK_BYTES))) {
            assertThat(rest(part)).containsExactly(large(1)[BlobSql.CHUNK_BYTES - 1], large(1)[BlobSql.CHUNK_BYTES]);
        }
        try (ObjectReader whole = main.read("a", ByteRange.ALL)) {
            assertThat(whole.skip(BlobSql.CHUNK_BYTES + 5)).isEqualTo(BlobSql.CHUNK_BYTES + 5);
            byte[] next = new byte[1];
            assertThat(whole.read(next, 0, 1)).isEqualTo(1);
            assertThat(next[0]).isEqualTo(large(1)[BlobSql.CHUNK_BYTES + 5]);
        }
    }

    @Test
    void whatIsBrokenOffLeavesNothing() throws Exception {
        write(main, "a", new byte[] {1});
        try (ObjectWriter writer = main.write("a")) {
            writer.write(large(1), 0, LARGE);
            assertThat(count("chunks")).isEqualTo(3);
        }
        assertThat(count("bodies")).isEqualTo(1);
        assertThat(count("chunks")).isEqualTo(1);
        assertThat(main.info("a").size()).isEqualTo(1);
    }

    @Test
    void whatAProcessLeftThatEndedGoesAfterATime() throws Exception {
        main.write("a").write(large(1), 0, LARGE);
        assertThat(count("chunks")).isEqualTo(2);
        removeUnused();
        assertThat(count("bodies")).isZero();
        assertThat(count("chunks")).isZero();
        assertThat(main.has("a")).isFalse();
    }

    @Test
    void aWriterWhoseBeginningWasRemovedSaysSo() throws Exception {
        ObjectWriter writer = main.write("a");
        writer.write(large(1), 0, LARGE);
        removeUnused();
        assertThatThrownBy(writer::commit)
                .isInstanceOf(BlobException.class)
                .hasMessage(
                        "object \"a\": expected to be written without long pauses, found that its beginning was removed");
        writer.close();
        assertThat(main.has("a")).isFalse();
        removeUnused();
        assertThat(count("chunks")).isZero();
    }

    @Test
    void whatIsReplacedIsReadToItsEndAndThenGoes() throws Exception {
        write(main, "a", large(1));
        ObjectReader before = main.read("a", ByteRange.ALL);
        write(main, "a", large(2));
        service.delete("main");
        main = service.createContainer("main");
        assertThat(rest(before)).isEqualTo(large(1));
        assertThat(count("chunks")).isEqualTo(6);
        removeUnused();
        assertThat(count("bodies")).isZero();
        assertThat(count("chunks")).isZero();
    }

    @Test
    void aReaderThatReadsNothingForTooLongSaysSo() throws Exception {
        write(main, "a", large(1));
        ObjectReader reader = main.read("a", ByteRange.ALL);
        assertThat(reader.read(new byte[10], 0, 10)).isEqualTo(10);
        main.delete("a");
        removeUnused();
        assertThat(reader.skip(BlobSql.CHUNK_BYTES)).isEqualTo(BlobSql.CHUNK_BYTES);
        assertThatThrownBy(() -> reader.read(new byte[10], 0, 10))
                .isInstanceOf(BlobException.class)
                .hasMessage(
                        "object: expected to go on, found that it was removed or replaced, and nothing was read of it, for"
                                + " too long");
    }

    @Test
    void copiesShareTheirChunksUntilTheLastGoes() throws Exception {
        service.createContainer("hot");
        write(main, "a", large(1));
        service.copy(new ObjectPath("main", "a"), new ObjectPath("hot", "b"));
        service.copy(new ObjectPath("main", "a"), new ObjectPath("main", "a"));
        service.move(new ObjectPath("main", "a"), new ObjectPath("main", "c"));
        assertThat(count("objects")).isEqualTo(2);
        assertThat(count("bodies")).isEqualTo(1);
        assertThat(count("chunks")).isEqualTo(3);
        main.clear();
        removeUnused();
        assertThat(count("chunks")).isEqualTo(3);
        assertThat(rest(service.open("hot").read("b", ByteRange.ALL))).isEqualTo(large(1));
        service.delete("hot");
        removeUnused();
        assertThat(count("objects")).isZero();
        assertThat(count("bodies")).isZero();
        assertThat(count("chunks")).isZero();
    }

    @Test
    void aStartRemovesWhatIsUnused() throws Exception {
        write(main, "a", large(1));
        main.delete("a");
        service.close();
        TimeUnit.MILLISECONDS.sleep(KEEP.toMillis() + 50);
        service = openAgain();
        assertThat(count("chunks")).isZero();
    }

    @Test
    void aContainersNameHasItsBound() {
        assertThatThrownBy(() -> service.createContainer("é".repeat(128)))
                .isInstanceOf(BlobException.class)
                .hasMessage("container: expected a name of at most 255 bytes in UTF-8, found 256");
    }

    @Test
    void whatIsNoCursorIsRefused() {
        for (String cursor : new String[] {"x", "00", "zz".repeat(32)}) {
            assertThatThrownBy(() -> main.list(cursor))
                    .isInstanceOf(BlobException.class)
                    .hasMessage("list-objects: expected a cursor that a page gave, found another");
        }
    }

    @Test
    void aLargeObjectIsWrittenAndReadInPieces() throws Exception {
        byte[] piece = large(3);
        int times = 100;
        try (ObjectWriter writer = main.write("large")) {
            for (int i = 0; i < times; i++) {
                writer.write(piece, 0, piece.length);
            }
            writer.commit();
        }
        assertThat(main.info("large").size()).isEqualTo((long) times * LARGE);
        try (ObjectReader reader = main.read("large", ByteRange.ALL)) {
            byte[] buffer = new byte[1 << 20];
            for (int read = reader.read(buffer, 0, buffer.length); read >= 0; ) {
                assertThat(read).isBetween(1, BlobSql.CHUNK_BYTES);
                read = reader.read(buffer, 0, buffer.length);
            }
        }
    }
}
