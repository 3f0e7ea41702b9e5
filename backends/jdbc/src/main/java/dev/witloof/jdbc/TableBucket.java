package dev.witloof.jdbc;

import dev.witloof.keyvalue.service.CounterType;
import dev.witloof.keyvalue.service.KeyPage;
import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.Sighting;
import dev.witloof.keyvalue.service.StoredBucket;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The rows of one bucket. */
final class TableBucket implements StoredBucket {

    /** Statements for many keys have this many at most, so that there are few of them and none is too long. */
    private static final int MOST_AT_ONCE = 256;

    private final KeyValueTable table;
    private final Database database;
    private final KeyValueSql sql;
    private final byte[] bucket;
    private final int pageSize;

    TableBucket(KeyValueTable table, Database database, KeyValueSql sql, byte[] bucket, int pageSize) {
        this.table = table;
        this.database = database;
        this.sql = sql;
        this.bucket = bucket;
        this.pageSize = pageSize;
    }

    private <T> T call(Work<T> work) throws KeyValueException {
        try {
            return database.call(work);
        } catch (SQLException failure) {
            throw table.failed(database, failure);
        }
    }

    /** Never the same twice, also of a key that was deleted and set again. */
    private static long newVersion() {
        return ThreadLocalRandom.current().nextLong();
    }

    @Override
    public byte @Nullable [] get(String key) throws KeyValueException {
        return see(key).value();
    }

    @Override
    public Sighting see(String key) throws KeyValueException {
        byte[] hash = KeyHash.of(key);
        return call(session -> see(session, hash));
    }

    private Sighting see(Session session, byte[] hash) throws SQLException {
        try (PreparedStatement statement = session.prepare(sql.get())) {
            statement.setBytes(1, bucket);
            statement.setBytes(2, hash);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? new Sighting(session.dialect().own(row.getBytes(1)), Optional.of(row.getLong(2)))
                        : new Sighting(null, Optional.empty());
            }
        }
    }

    @Override
    public boolean exists(String key) throws KeyValueException {
        byte[] hash = KeyHash.of(key);
        return call(session -> {
            try (PreparedStatement statement = session.prepare(sql.exists())) {
                statement.setBytes(1, bucket);
                statement.setBytes(2, hash);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    @Override
    public void set(String key, byte[] value) throws KeyValueException {
        Row row = Row.of(key, value);
        if (sql.set().isPresent()) {
            call(session -> insert(session, sql.set().get(), row));
            return;
        }
        call(session -> set(session, row));
    }

    /** Until one of them finds what it needs: others may insert or delete the row meanwhile. */
    private boolean set(Session session, Row row) throws SQLException {
        while (true) {
            if (update(session, row, Optional.empty()) || insertNew(session, row)) {
                return true;
            }
        }
    }

    private boolean insert(Session session, String statementText, Row row) throws SQLException {
        try (PreparedStatement statement = session.prepare(statementText)) {
            row.insertInto(statement, bucket);
            return statement.executeUpdate() == 1;
        }
    }

    private boolean insertNew(Session session, Row row) throws SQLException {
        try {
            return insert(session, sql.insert(), row);
        } catch (SQLException failure) {
            if (database.failure(failure) == Failure.DUPLICATE) {
                return false;
            }
            throw failure;
        }
    }

    private boolean update(Session session, Row row, Optional<Long> ifVersion) throws SQLException {
        try (PreparedStatement statement = session.prepare(ifVersion.isPresent() ? sql.updateIf() : sql.update())) {
            statement.setBytes(1, row.value());
            statement.setLong(2, newVersion());
            statement.setBytes(3, bucket);
            statement.setBytes(4, row.hash());
            if (ifVersion.isPresent()) {
                statement.setLong(5, ifVersion.get());
            }
            return statement.executeUpdate() == 1;
        }
    }

    @Override
    public void delete(String key) throws KeyValueException {
        byte[] hash = KeyHash.of(key);
        call(session -> {
            try (PreparedStatement statement = session.prepare(sql.delete())) {
                statement.setBytes(1, bucket);
                statement.setBytes(2, hash);
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public KeyPage list(long cursor) throws KeyValueException {
        List<byte[]> hashes = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        call(session -> {
            hashes.clear();
            keys.clear();
            try (PreparedStatement statement =
                    session.prepare(sql.list() + sql.firstRows().orElse(""))) {
                statement.setBytes(1, bucket);
                statement.setBytes(2, KeyHash.before(cursor));
                if (sql.firstRows().isEmpty()) {
                    statement.setMaxRows(pageSize + 1);
                }
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        hashes.add(rows.getBytes(1));
                        keys.add(new String(rows.getBytes(2), StandardCharsets.UTF_8));
                    }
                }
            }
            return keys;
        });
        if (keys.size() <= pageSize) {
            return new KeyPage(keys, OptionalLong.empty());
        }
        int end = KeyHash.endOfPage(hashes);
        if (end == 0) {
            throw KeyValueException.other("list-keys: expected hashes of keys that differ, found a page of one");
        }
        return new KeyPage(keys.subList(0, end), OptionalLong.of(KeyHash.cursor(hashes.get(end - 1))));
    }

    /** By comparing and swapping, which holds no lock while this program is not heard of. */
    @Override
    public long increment(String key, long delta, CounterType type) throws KeyValueException {
        byte[] hash = KeyHash.of(key);
        Deadline deadline = Deadline.in(database.callTimeout());
        for (int attempt = 1; ; attempt++) {
            try {
                Sighting seen = database.call(session -> see(session, hash), deadline, true);
                byte[] sum = type.add(seen.value(), delta);
                if (swap(new Row(key, hash, sum), seen, deadline)) {
                    return type.decode(sum);
                }
            } catch (SQLException failure) {
                throw table.failed(database, failure);
            }
            giveWay(attempt, deadline);
        }
    }

    private void giveWay(int attempt, Deadline deadline) throws KeyValueException {
        if (deadline.millisLeft() == 0) {
            throw KeyValueException.other(database.where() + ": expected to be alone within "
                    + deadline.time().toMillis() + " ms, found the key changed by others each time");
        }
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(Math.min(attempt, 10)));
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw KeyValueException.other(database.where() + ": expected an answer, found the thread interrupted");
        }
    }

    @Override
    public boolean swap(String key, Sighting seen, byte[] value) throws KeyValueException {
        try {
            return swap(Row.of(key, value), seen, Deadline.in(database.callTimeout()));
        } catch (SQLException failure) {
            throw table.failed(database, failure);
        }
    }

    private boolean swap(Row row, Sighting seen, Deadline deadline) throws SQLException {
        @SuppressWarnings("unchecked") // what see gave
        Optional<Long> version = (Optional<Long>) seen.version();
        return database.call(
                session -> version.isPresent() ? update(session, row, version) : insertNew(session, row),
                deadline,
                false);
    }

    @Override
    public List<byte @Nullable []> getMany(List<String> keys) throws KeyValueException {
        List<Hash> hashes = keys.stream().map(key -> new Hash(KeyHash.of(key))).toList();
        Map<Hash, byte[]> values = new HashMap<>();
        for (List<Hash> some : parts(hashes.stream().distinct().toList())) {
            call(session -> {
                try (PreparedStatement statement = many(session, sql.getMany(some.size()), some);
                        ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        values.put(new Hash(rows.getBytes(1)), session.dialect().own(rows.getBytes(2)));
                    }
                }
                return values;
            });
        }
        List<byte @Nullable []> found = new ArrayList<>(keys.size());
        Set<Hash> given = new HashSet<>();
        for (Hash hash : hashes) {
            byte[] value = values.get(hash);
            found.add(value == null || given.add(hash) ? value : value.clone());
        }
        return found;
    }

    @Override
    public void deleteMany(List<String> keys) throws KeyValueException {
        for (List<Hash> some : parts(
                keys.stream().map(key -> new Hash(KeyHash.of(key))).distinct().toList())) {
            call(session -> {
                try (PreparedStatement statement = many(session, sql.deleteMany(some.size()), some)) {
                    return statement.executeUpdate();
                }
            });
        }
    }

    private PreparedStatement many(Session session, String text, List<Hash> hashes) throws SQLException {
        PreparedStatement statement = session.prepare(text);
        try {
            statement.setBytes(1, bucket);
            for (int i = 0; i < hashes.size(); i++) {
                statement.setBytes(2 + i, hashes.get(i).bytes());
            }
            return statement;
        } catch (SQLException | RuntimeException failure) {
            statement.close();
            throw failure;
        }
    }

    /** Parts of at most so many, each of a power of two, so that there are few different statements. */
    private static List<List<Hash>> parts(List<Hash> all) {
        List<List<Hash>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); ) {
            int size = Math.min(MOST_AT_ONCE, Integer.highestOneBit(all.size() - from));
            parts.add(all.subList(from, from + size));
            from += size;
        }
        return parts;
    }

    /** As one transaction, in the order of the hashes, so that two of them do not wait for each other. */
    @Override
    public void setMany(List<Entry> entries) throws KeyValueException {
        Map<Hash, Row> rows = new HashMap<>();
        for (Entry entry : entries) {
            Row row = Row.of(entry.key(), entry.value());
            rows.put(new Hash(row.hash()), row);
        }
        List<Row> sorted = rows.values().stream()
                .sorted((left, right) -> Arrays.compareUnsigned(left.hash(), right.hash()))
                .toList();
        if (!sorted.isEmpty()) {
            call(session -> session.transaction(within -> setAll(within, sorted)));
        }
    }

    private boolean setAll(Session session, List<Row> rows) throws SQLException {
        if (sql.set().isEmpty()) {
            for (Row row : rows) {
                if (!update(session, row, Optional.empty())) {
                    insert(session, sql.insert(), row);
                }
            }
            return true;
        }
        try (PreparedStatement statement = session.prepare(sql.set().get())) {
            for (Row row : rows) {
                row.insertInto(statement, bucket);
                statement.addBatch();
            }
            statement.executeBatch();
            return true;
        }
    }

    /** A hash that can be looked up. */
    private record Hash(byte[] bytes) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    /** A row that is to be written. */
    private record Row(String key, byte[] hash, byte[] value) {

        static Row of(String key, byte[] value) {
            return new Row(key, KeyHash.of(key), value);
        }

        void insertInto(PreparedStatement statement, byte[] bucket) throws SQLException {
            statement.setBytes(1, bucket);
            statement.setBytes(2, hash);
            statement.setBytes(3, key.getBytes(StandardCharsets.UTF_8));
            statement.setBytes(4, value);
            statement.setLong(5, newVersion());
        }
    }
}
