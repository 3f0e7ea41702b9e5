package dev.witloof.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.link.Backend;
import dev.witloof.servers.Leaks;
import dev.witloof.testkit.contract.Elsewhere;
import dev.witloof.testkit.contract.ProcessesContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
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
        return Jdbc.keyValue()
                .url("jdbc:sqlite:" + folder.resolve("contracts.db") + "?synchronous=OFF")
                .connectTimeout(Duration.ofSeconds(20))
                .callTimeout(Duration.ofSeconds(40));
    }

    @Override
    JdbcBlobs.Builder blobs() {
        return Jdbc.blobs()
                .url("jdbc:sqlite:" + folder.resolve("contracts.db") + "?synchronous=OFF")
                .connectTimeout(Duration.ofSeconds(20))
                .callTimeout(Duration.ofSeconds(40));
    }

    /** The store in another process. */
    static final class Opening implements Elsewhere.Opening {
        @Override
        public Backend open(List<String> settings) throws Exception {
            return Jdbc.keyValue()
                    .url("jdbc:sqlite:" + settings.get(1))
                    .connectTimeout(Duration.ofSeconds(20))
                    .callTimeout(Duration.ofSeconds(40))
                    .prefix(settings.get(0))
                    .maximumConnections(2)
                    .build();
        }
    }

    @Nested
    final class Processes extends ProcessesContract {
        @Override
        public Backend fresh() throws Exception {
            return freshStore();
        }

        @Override
        public Backend again(Backend store) {
            return SqliteContractTest.this.again(store);
        }

        @Override
        protected Elsewhere elsewhere(Backend store) {
            return Elsewhere.of(
                    Opening.class,
                    prefixes.get(store),
                    folder.resolve("contracts.db").toString());
        }
    }
}
