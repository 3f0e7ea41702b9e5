package dev.witloof.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What databases differ in: types, a few statements, what their errors mean, and how time is limited. */
abstract class Dialect {

    /** The one that a database understands. */
    static Dialect of(Connection connection) throws SQLException {
        return switch (String.valueOf(connection.getMetaData().getDatabaseProductName())) {
            case "H2" -> new H2Dialect();
            case "SQLite" -> new SqliteDialect();
            case "PostgreSQL" -> new PostgresDialect();
            default -> new StandardDialect();
        };
    }

    /** The type of up to so many bytes, which can be part of a primary key. */
    abstract String bytes(int maximum);

    /** The type of any number of bytes. */
    abstract String manyBytes();

    /** Makes a new connection keep to the time of a call, in milliseconds, as {@link #limit} relies on. */
    abstract void prepare(Connection connection, int callMillis) throws SQLException;

    /** How statements of connections that were {@linkplain #prepare prepared} are kept within their time. */
    abstract TimeLimit limit();

    /** Whether it is part of this program, or a file, so that connections need not be renewed. */
    abstract boolean embedded();

    /** An array that a driver gave, for somebody who may change it. */
    byte[] own(byte[] given) {
        return given;
    }

    /** What a failure means. */
    Failure failure(SQLException failure) {
        return Failure.ofState(failure);
    }

    /** The first rows alone, at the end of a query; empty if there is no such clause, so that the driver has to stop reading. */
    Optional<String> firstRows(int count) {
        return Optional.of(" LIMIT " + count);
    }

    /**
     * Sets a row, whether it is there or not; empty if that takes an update and an insert.
     *
     * @param key the columns of the primary key, whose parameters come first
     * @param others the others
     */
    Optional<String> set(String table, List<String> key, List<String> others) {
        return Optional.of(insert(table, key, others) + " ON CONFLICT (" + String.join(", ", key) + ") DO UPDATE SET "
                + others.stream().map(each -> each + " = excluded." + each).collect(Collectors.joining(", ")));
    }

    /** Inserts a row if none has its key; it may fail as {@link Failure#DUPLICATE} instead of inserting none. */
    String insertNew(String table, List<String> key, List<String> others) {
        return insert(table, key, others) + " ON CONFLICT (" + String.join(", ", key) + ") DO NOTHING";
    }

    /** Inserts a row. */
    static String insert(String table, List<String> key, List<String> others) {
        List<String> all = Stream.concat(key.stream(), others.stream()).toList();
        return "INSERT INTO " + table + " (" + String.join(", ", all) + ") VALUES ("
                + all.stream().map(each -> "?").collect(Collectors.joining(", ")) + ")";
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
