package dev.witloof.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.link.Backend;
import dev.witloof.servers.Leaks;
import dev.witloof.servers.PostgresServer;
import dev.witloof.testkit.contract.Elsewhere;
import dev.witloof.testkit.contract.ProcessesContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contracts over a PostgreSQL server. */
final class PostgresContractTest extends StoreContracts {

    @TempDir
    private static Path folder;

    private static Leaks before;
    private static PostgresServer server;

    @BeforeAll
    static void start() throws Exception {
        before = Leaks.now();
        server = PostgresServer.start("s3cret");
        Files.writeString(folder.resolve("password"), "s3cret");
    }

    @AfterAll
    static void nothingIsLeft() {
        server.close();
        assertThat(before.since()).isEmpty();
    }

    @Override
    JdbcKeyValue.Builder database() {
        return Jdbc.keyValue()
                .url(server.url())
                .user(PostgresServer.USER)
                .password("s3cret")
                .connectTimeout(Duration.ofSeconds(20))
                .callTimeout(Duration.ofSeconds(40));
    }

    @Override
    JdbcBlobs.Builder blobs() {
        return Jdbc.blobs()
                .url(server.url())
                .user(PostgresServer.USER)
                .password("s3cret")
                .connectTimeout(Duration.ofSeconds(20))
                .callTimeout(Duration.ofSeconds(40));
    }

    /** The store in another process. */
    static final class Opening implements Elsewhere.Opening {
        @Override
        public Backend open(List<String> settings) throws Exception {
            return Jdbc.keyValue()
                    .url(settings.get(1))
                    .user(PostgresServer.USER)
                    .password(Files.readString(Path.of(settings.get(2))))
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
            return PostgresContractTest.this.again(store);
        }

        @Override
        protected Elsewhere elsewhere(Backend store) {
            return Elsewhere.of(
                    Opening.class,
                    prefixes.get(store),
                    server.url(),
                    folder.resolve("password").toString());
        }
    }
}
