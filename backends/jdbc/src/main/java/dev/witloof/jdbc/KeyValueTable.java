package dev.witloof.jdbc;

import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.keyvalue.service.StoredBucket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Set;

/** A key-value store in a table. */
@SuppressWarnings("try") // as what it closes
final class KeyValueTable implements KeyValueService {

    private final OpenDatabase open;
    private final KeyValueSql sql;
    private final Set<String> buckets;
    private final int pageSize;

    /**
     * The store in a database.
     *
     * @param open the database, which is closed with it
     * @param buckets the only buckets that there are; empty for any
     * @param pageSize how many keys are listed at a time
     */
    KeyValueTable(OpenDatabase open, KeyValueSql sql, Set<String> buckets, int pageSize) {
        this.open = open;
        this.sql = sql;
        this.buckets = buckets;
        this.pageSize = pageSize;
    }

    @Override
    public StoredBucket open(String name) throws KeyValueException {
        if (!buckets.isEmpty() && !buckets.contains(name)) {
            throw KeyValueException.noSuchStore();
        }
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > KeyValueSql.BUCKET_BYTES) {
            throw KeyValueException.other("bucket: expected a name of at most " + KeyValueSql.BUCKET_BYTES
                    + " bytes in UTF-8, found " + bytes.length);
        }
        return new TableBucket(this, open.database(), sql, bytes, pageSize);
    }

    @Override
    public void check() throws KeyValueException {
        Database database = open.database();
        try {
            database.call(session -> {
                try (var statement = session.prepare(sql.probe())) {
                    return statement.execute();
                }
            });
        } catch (SQLException failure) {
            throw failed(database, failure);
        }
    }

    /** The interface's own error. */
    KeyValueException failed(Database database, SQLException failure) {
        String text = database.text(failure);
        return switch (database.failure(failure)) {
            case DENIED -> KeyValueException.accessDenied();
            case LATE, BUSY, CONFLICT -> KeyValueException.timeout(text, failure);
            case GONE ->
                Thread.currentThread().isInterrupted() // which ends the wait for a connection
                        ? KeyValueException.other(text, failure)
                        : KeyValueException.unavailable(text, failure);
            case DUPLICATE, LOGIN, OTHER -> KeyValueException.other(text, failure);
        };
    }

    @Override
    public void close() throws Exception {
        open.close();
    }
}
