package dev.witloof.jdbc;

/**
 * Stores in the tables of a database, over any JDBC driver that is on the class path.
 *
 * <pre>{@code
 * Linker.builder()
 *     .bind("sessions").to(Jdbc.keyValue()
 *             .url("jdbc:postgresql://db.example:5432/app")
 *             .user("app")
 *             .password(password)
 *             .build())
 * }</pre>
 *
 * <p>What is stored is the same under every name and without, and lives in the database. Stores of one linker with equal
 * settings share a pool of connections; its threads are the client library's, and end with it.
 */
public final class Jdbc {

    private Jdbc() {}

    /** A key-value store. */
    public static JdbcKeyValue.Builder keyValue() {
        return new JdbcKeyValue.Builder();
    }

    /** A store of objects. */
    public static JdbcBlobs.Builder blobs() {
        return new JdbcBlobs.Builder();
    }
}
