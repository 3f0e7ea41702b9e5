package dev.witloof.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/** How a statement is kept within the time that is left. */
@FunctionalInterface
interface TimeLimit {

    /** By what was said to the database when it was connected. */
    TimeLimit OF_SESSION = (connection, statement, millis) -> {};

    /** By the driver, which reads no longer from the network; the connection is lost then. */
    TimeLimit OF_NETWORK = (connection, statement, millis) -> connection.setNetworkTimeout(Runnable::run, millis);

    /** By the driver's own means, in whole seconds, where it has any. */
    TimeLimit OF_STATEMENT = (connection, statement, millis) -> {
        try {
            statement.setQueryTimeout((millis + 999) / 1000);
        } catch (SQLFeatureNotSupportedException unlimited) {
            // Then the driver's own settings hold, which the documentation says.
        }
    };

    /** By both, where the driver has them. */
    TimeLimit OF_BOTH = (connection, statement, millis) -> {
        OF_STATEMENT.limit(connection, statement, millis);
        try {
            OF_NETWORK.limit(connection, statement, millis);
        } catch (SQLFeatureNotSupportedException | AbstractMethodError unlimited) {
            // As above.
        }
    };

    /** Limits a statement that was not executed yet. */
    void limit(Connection connection, PreparedStatement statement, int millis) throws SQLException;
}
