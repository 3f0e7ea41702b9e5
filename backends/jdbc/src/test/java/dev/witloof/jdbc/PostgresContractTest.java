package dev.witloof.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.servers.Leaks;
import dev.witloof.servers.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contracts over a PostgreSQL server. */
final class PostgresContractTest extends StoreContracts {

    private static Leaks before;
    private static PostgresServer server;

    @BeforeAll
    static void start() {
        before = Leaks.now();
        server = PostgresServer.start("s3cret");
    }

    @AfterAll
    static void nothingIsLeft() {
        server.close();
        assertThat(before.since()).isEmpty();
    }

    @Override
    JdbcKeyValue.Builder database() {
        return Jdbc.keyValue().url(server.url()).user(PostgresServer.USER).password("s3cret");
    }

    @Override
    JdbcBlobs.Builder blobs() {
        return Jdbc.blobs().url(server.url()).user(PostgresServer.USER).password("s3cret");
    }
}
