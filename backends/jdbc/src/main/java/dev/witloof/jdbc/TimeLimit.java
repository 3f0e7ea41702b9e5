package dev.witloof.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** How a statement is kept within the time that is left. */
@FunctionalInterface
interface TimeLimit {

    /** By what was said to the database when it was connected. */
    TimeLimit OF_SESSION = (connection, statement, millis) -> {};

    /** By the driver, which reads no longer from the network; the connection is lost then. */
    TimeLimit OF_NETWORK = (connection, statement, millis) -> connection.setNetworkTimeout(Runnable::run, millis);

    /** By the driver's own means, in whole seconds. */
    TimeLimit OF_STATEMENT = (connection, statement, millis) -> statement.setQueryTimeout((millis + 999) / 1000);

    /** Limits a statement that was not executed yet. */
    void limit(Connection connection, PreparedStatement statement, int millis) throws SQLException;
}
