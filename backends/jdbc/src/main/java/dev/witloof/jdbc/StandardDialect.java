package dev.witloof.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** A database that is not known any better: standard SQL alone. */
final class StandardDialect extends Dialect {

    private volatile boolean limitsNetwork;
    private volatile boolean limitsStatements;

    @Override
    String bytes(int maximum) {
        return "VARBINARY(" + maximum + ")";
    }

    @Override
    String manyBytes() {
        return "BLOB";
    }

    /** Asked here, because the pool takes a connection whose driver lacks something for a broken one. */
    @Override
    void prepare(Connection connection, int callMillis) throws SQLException {
        try {
            connection.setNetworkTimeout(Runnable::run, connection.getNetworkTimeout());
            limitsNetwork = true;
        } catch (SQLException | AbstractMethodError | UnsupportedOperationException none) {
            limitsNetwork = false;
        }
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(0);
            limitsStatements = true;
        } catch (SQLException | UnsupportedOperationException none) {
            limitsStatements = false;
        }
    }

    /** What neither limits is limited by the driver's own settings, which the documentation says. */
    @Override
    TimeLimit limit() {
        return (connection, statement, millis) -> {
            if (limitsStatements) {
                TimeLimit.OF_STATEMENT.limit(connection, statement, millis);
            }
            if (limitsNetwork) {
                TimeLimit.OF_NETWORK.limit(connection, statement, millis);
            }
        };
    }

    @Override
    boolean embedded() {
        return false;
    }

    /** Some databases in memory give what they keep. */
    @Override
    byte[] own(byte[] given) {
        return given.clone();
    }

    @Override
    Optional<String> firstRows(int count) {
        return Optional.empty();
    }

    @Override
    Optional<String> set(String table, List<String> key, List<String> others) {
        return Optional.empty();
    }

    @Override
    String insertNew(String table, List<String> key, List<String> others) {
        return insert(table, key, others);
    }
}
