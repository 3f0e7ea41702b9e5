package dev.witloof.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.servers.Leaks;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contracts over H2 in memory. */
final class H2ContractTest extends StoreContracts {

    private static final String URL = "jdbc:h2:mem:contracts;DB_CLOSE_DELAY=-1";

    private static Leaks before;

    @BeforeAll
    static void count() {
        before = Leaks.now();
    }

    @AfterAll
    static void nothingIsLeft() throws Exception {
        try (Connection connection = DriverManager.getConnection(URL)) {
            Dialect.execute(connection, "SHUTDOWN");
        }
        assertThat(before.since()).isEmpty();
    }

    @Override
    JdbcKeyValue.Builder database() {
        return Jdbc.keyValue().url(URL).connectTimeout(Duration.ofSeconds(20)).callTimeout(Duration.ofSeconds(40));
    }

    @Override
    JdbcBlobs.Builder blobs() {
        return Jdbc.blobs().url(URL).connectTimeout(Duration.ofSeconds(20)).callTimeout(Duration.ofSeconds(40));
    }
}
