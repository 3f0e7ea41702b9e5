package dev.witloof.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** PostgreSQL. */
final class PostgresDialect extends Dialect {

    @Override
    String bytes(int maximum) {
        return "BYTEA";
    }

    @Override
    String manyBytes() {
        return "BYTEA";
    }

    /** The server ends by itself what nobody waits for any more. */
    @Override
    void prepare(Connection connection, int callMillis) throws SQLException {
        execute(connection, "SET statement_timeout = " + callMillis);
    }

    @Override
    TimeLimit limit() {
        return TimeLimit.OF_NETWORK;
    }

    @Override
    boolean embedded() {
        return false;
    }
}
