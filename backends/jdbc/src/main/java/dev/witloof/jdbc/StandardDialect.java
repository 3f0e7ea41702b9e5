package dev.witloof.jdbc;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;

/** A database that is not known any better: standard SQL alone. */
final class StandardDialect extends Dialect {

    @Override
    String bytes(int maximum) {
        return "VARBINARY(" + maximum + ")";
    }

    @Override
    String manyBytes() {
        return "BLOB";
    }

    @Override
    void prepare(Connection connection, int callMillis) {
        // There is no standard for it.
    }

    @Override
    TimeLimit limit() {
        return TimeLimit.OF_BOTH;
    }

    @Override
    boolean embedded() {
        return false;
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
