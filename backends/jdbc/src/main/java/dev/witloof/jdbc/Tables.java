package dev.witloof.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Tables that are there, or are made. */
final class Tables {

    private Tables() {}

    /**
     * Makes a table unless it is there.
     *
     * @param probe a query that fails unless the table is there and has its columns
     * @param create make it; only tried if {@code mayCreate}
     * @throws SQLException if it is not there and was not made, with a text for people
     */
    static void ensure(Database database, String table, String probe, List<String> create, boolean mayCreate)
            throws SQLException {
        if (isThere(database, probe)) {
            return;
        }
        if (mayCreate) {
            try {
                for (String each : create) {
                    database.call(session -> execute(session.connection(), each));
                }
                return;
            } catch (SQLException failure) {
                // Another process may have been faster.
                if (!isThere(database, probe)) {
                    throw new SQLException(
                            "table " + table + ": expected to make it, found that it cannot be: "
                                    + database.text(failure),
                            failure);
                }
                return;
            }
        }
        throw new SQLException("table " + table + ": expected it to be there as made by " + String.join("; ", create)
                + ", found none or another in " + database.where());
    }

    private static boolean isThere(Database database, String probe) throws SQLException {
        try {
            return database.call(session -> execute(session.connection(), probe));
        } catch (SQLException failure) {
            Failure kind = database.failure(failure);
            if (kind == Failure.OTHER || kind == Failure.DENIED) {
                return false;
            }
            throw new SQLException(database.text(failure), failure);
        }
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        Dialect.execute(connection, sql);
        return true;
    }
}
