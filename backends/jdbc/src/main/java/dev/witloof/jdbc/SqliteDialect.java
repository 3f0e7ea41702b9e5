package dev.witloof.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** SQLite. Its drivers give result codes instead of SQLStates. */
final class SqliteDialect extends Dialect {

    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY = 8;
    private static final int CONSTRAINT = 19;

    @Override
    String bytes(int maximum) {
        return "BLOB";
    }

    @Override
    String manyBytes() {
        return "BLOB";
    }

    /** Readers and one writer at a time do not wait for each other in WAL mode, which stays with the file. */
    @Override
    void prepare(Connection connection, int callMillis) throws SQLException {
        execute(connection, "PRAGMA busy_timeout = " + callMillis);
        execute(connection, "PRAGMA journal_mode = WAL");
    }

    @Override
    TimeLimit limit() {
        return TimeLimit.OF_SESSION;
    }

    @Override
    boolean embedded() {
        return true;
    }

    @Override
    Failure failure(SQLException failure) {
        return switch (failure.getErrorCode() & 0xff) {
            case BUSY, LOCKED -> Failure.CONFLICT;
            case READ_ONLY -> Failure.DENIED;
            case CONSTRAINT -> Failure.DUPLICATE;
            default -> Failure.ofState(failure);
        };
    }
}
