package dev.witloof.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** H2. */
final class H2Dialect extends Dialect {

    private static final int CONCURRENT_UPDATE = 90131;
    private static final int LOB_GONE = 90039;
    private static final int DATABASE_CLOSED = 90098;
    private static final int DATABASE_CLOSING = 90121;
    private static final int OBJECT_CLOSED = 90007;
    private static final int NOT_ENOUGH_RIGHTS = 90096;

    @Override
    String bytes(int maximum) {
        return "VARBINARY(" + maximum + ")";
    }

    @Override
    String manyBytes() {
        return "BLOB";
    }

    @Override
    void prepare(Connection connection, int callMillis) throws SQLException {
        execute(connection, "SET LOCK_TIMEOUT " + callMillis);
        execute(connection, "SET QUERY_TIMEOUT " + callMillis);
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
        return switch (failure.getErrorCode()) {
            // A value that was read was replaced before all of it was there.
            case CONCURRENT_UPDATE, LOB_GONE -> Failure.CONFLICT;
            case DATABASE_CLOSED, DATABASE_CLOSING, OBJECT_CLOSED -> Failure.GONE;
            case NOT_ENOUGH_RIGHTS -> Failure.DENIED;
            default -> Failure.ofState(failure);
        };
    }

    @Override
    Optional<String> set(String table, List<String> key, List<String> others) {
        return Optional.of(insert(table, key, others)
                .replaceFirst("INSERT", "MERGE")
                .replaceFirst(" VALUES", " KEY (" + String.join(", ", key) + ") VALUES"));
    }

    @Override
    String insertNew(String table, List<String> key, List<String> others) {
        return insert(table, key, others);
    }
}
