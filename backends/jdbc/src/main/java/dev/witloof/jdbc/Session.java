package dev.witloof.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;

/**
 * A connection for the time of one call.
 *
 * @param connection the connection, each statement of which is a transaction of its own
 * @param dialect what the database understands
 * @param limit how statements are kept within the time
 * @param deadline when the call has to be over
 */
record Session(Connection connection, Dialect dialect, TimeLimit limit, Deadline deadline) {

    /** A statement, which has the time that is left. */
    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            limitTo(statement);
            return statement;
        } catch (SQLException | RuntimeException failure) {
            statement.close();
            throw failure;
        }
    }

    private void limitTo(PreparedStatement statement) throws SQLException {
        long left = deadline.millisLeft();
        if (left == 0) {
            throw new SQLTimeoutException("the time of the call is over");
        }
        limit.limit(connection, statement, (int) Math.min(Integer.MAX_VALUE, left));
    }

    /** Does all of it as one transaction, or nothing. */
    <T> T transaction(Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.in(this);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException failure) {
            try {
                connection.rollback();
            } catch (SQLException broken) {
                failure.addSuppressed(broken);
            }
            throw failure;
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        }
    }
}
