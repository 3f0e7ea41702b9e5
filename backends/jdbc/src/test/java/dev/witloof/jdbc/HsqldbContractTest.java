package dev.witloof.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.servers.Leaks;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contracts over a database that is not known any better than by standard SQL. */
final class HsqldbContractTest extends StoreContracts {

    private static final String URL = "jdbc:hsqldb:mem:contracts;hsqldb.tx=mvcc";

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
        return Jdbc.keyValue()
                .url(URL)
                .connectTimeout(Duration.ofSeconds(20))
                .callTimeout(Duration.ofSeconds(40))
                .createTables(false);
    }

    @Override
    JdbcBlobs.Builder blobs() {
        return Jdbc.blobs()
                .url(URL)
                .connectTimeout(Duration.ofSeconds(20))
                .callTimeout(Duration.ofSeconds(40))
                .createTables(false);
    }

    /** In memory its type BLOB keeps what was deleted. */
    @Override
    void makeTables(String prefix) throws Exception {
        try (Connection connection = DriverManager.getConnection(URL)) {
            StandardDialect standard = new StandardDialect();
            List<String> statements = new ArrayList<>();
            statements.add(KeyValueSql.of(standard, prefix, 1).create());
            new BlobSql(standard, prefix).tables().forEach(table -> statements.addAll(table.create()));
            for (String each : statements) {
                Dialect.execute(connection, each.replace("BLOB", "LONGVARBINARY"));
            }
        }
    }
}
