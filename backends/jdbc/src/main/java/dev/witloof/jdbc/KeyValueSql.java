package dev.witloof.jdbc;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The statements of one table of keys and values. The primary key is the bucket's name and a hash of the key, so a key may be
 * longer than an index takes, and no database's idea of when two texts are equal matters.
 *
 * @param table its name
 * @param create makes the table
 * @param probe fails if there is no such table
 * @param get the value and its version
 * @param exists whether a key is there
 * @param set sets a row: bucket, hash, key, value, version; empty if that takes {@code update} and {@code insert}
 * @param insert the same if there is no row
 * @param update value, version, bucket, hash
 * @param updateIf the same of a version, which comes last
 * @param delete removes a row: bucket, hash
 * @param list hashes and keys of a bucket after a hash
 * @param firstRows ends {@code list}, where the database can
 */
record KeyValueSql(
        String table,
        String create,
        String probe,
        String get,
        String exists,
        Optional<String> set,
        String insert,
        String update,
        String updateIf,
        String delete,
        String list,
        Optional<String> firstRows) {

    /** The longest name of a bucket, in bytes of UTF-8. */
    static final int BUCKET_BYTES = 255;

    private static final List<String> KEY = List.of("bucket", "id");
    private static final List<String> OTHERS = List.of("name", "content", "version");
    private static final String ONE = " WHERE bucket = ? AND id = ?";

    static KeyValueSql of(Dialect dialect, String prefix, int pageSize) {
        String table = prefix + "keyvalue";
        String update = "UPDATE " + table + " SET content = ?, version = ?" + ONE;
        return new KeyValueSql(
                table,
                "CREATE TABLE " + table + " (bucket " + dialect.bytes(BUCKET_BYTES) + " NOT NULL, id "
                        + dialect.bytes(KeyHash.BYTES) + " NOT NULL, name " + dialect.manyBytes()
                        + " NOT NULL, content " + dialect.manyBytes()
                        + " NOT NULL, version BIGINT NOT NULL, PRIMARY KEY (bucket, id))",
                "SELECT bucket, id, name, content, version FROM " + table + " WHERE 1 = 0",
                "SELECT content, version FROM " + table + ONE,
                "SELECT 1 FROM " + table + ONE,
                dialect.set(table, KEY, OTHERS),
                dialect.insertNew(table, KEY, OTHERS),
                update,
                update + " AND version = ?",
                "DELETE FROM " + table + ONE,
                "SELECT id, name FROM " + table + " WHERE bucket = ? AND id > ? ORDER BY id",
                dialect.firstRows(pageSize + 1));
    }

    /** Hashes and values of several hashes. */
    String getMany(int count) {
        return "SELECT id, content FROM " + table + among(count);
    }

    /** Removes several hashes. */
    String deleteMany(int count) {
        return "DELETE FROM " + table + among(count);
    }

    private static String among(int count) {
        return " WHERE bucket = ? AND id IN (" + String.join(", ", Collections.nCopies(count, "?")) + ")";
    }
}
