package dev.witloof.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.servers.Leaks;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contracts over a database that is not known any better than by standard SQL. */
final class HsqldbContractTest extends KeyValueContracts {

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
        return Jdbc.keyValue().url(URL).createTables(false);
    }

    /** In memory its type BLOB keeps what was deleted. */
    @Override
    void makeTable(String prefix) throws Exception {
        try (Connection connection = DriverManager.getConnection(URL)) {
            Dialect.execute(
                    connection,
                    KeyValueSql.of(new StandardDialect(), prefix, 1).create().replace("BLOB", "LONGVARBINARY"));
        }
    }
}
