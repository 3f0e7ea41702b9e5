package dev.witloof.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.servers.Leaks;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contracts over SQLite in a file. */
final class SqliteContractTest extends StoreContracts {

    @TempDir
    private static Path folder;

    private static Leaks before;

    @BeforeAll
    static void count() {
        before = Leaks.now();
    }

    @AfterAll
    static void nothingIsLeft() {
        assertThat(before.since()).isEmpty();
    }

    @Override
    JdbcKeyValue.Builder database() {
        return Jdbc.keyValue().url("jdbc:sqlite:" + folder.resolve("contracts.db") + "?synchronous=OFF");
    }

    @Override
    JdbcBlobs.Builder blobs() {
        return Jdbc.blobs().url("jdbc:sqlite:" + folder.resolve("contracts.db") + "?synchronous=OFF");
    }
}
