package dev.witloof.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bodies of objects, and their removal: when an object uses one no longer it stays for those who read it, and goes some time
 * after that. What a process that ended had not finished goes the same way.
 */
final class Bodies {

    /** How many at once: whoever removes them has other things to do. */
    private static final int AT_ONCE = 100;

    /** So that a statement is done in its time. */
    private static final int CHUNKS_AT_ONCE = 200;

    private final Database database;
    private final BlobSql sql;
    private final long keepMillis;
    private final AtomicLong nextRemoval = new AtomicLong(System.nanoTime());

    Bodies(Database database, BlobSql sql, Duration keep) {
        this.database = database;
        this.sql = sql;
        this.keepMillis = keep.toMillis();
    }

    /** How often a reader has to say that it is still there. */
    long touchMillis() {
        return keepMillis / 4;
    }

    static long now() {
        return System.currentTimeMillis();
    }

    /** Makes one that nobody uses yet. */
    void insert(byte[] id) throws SQLException {
        database.call(session -> {
            try (PreparedStatement statement = session.prepare(sql.insertBody())) {
                statement.setBytes(1, id);
                statement.setLong(2, 0);
                statement.setLong(3, now());
                return executeNew(statement);
            }
        });
    }

    /**
     * Adds a chunk, and says that the body is not forgotten. Its number is its writer's alone, so one that is there is this one.
     *
     * @return whether the body is still there
     */
    boolean insertChunk(byte[] id, long number, byte[] content) throws SQLException {
        return database.call(session -> session.transaction(within -> {
            if (!use(within, id, 0)) {
                return false;
            }
            try (PreparedStatement statement = within.prepare(sql.insertChunk())) {
                statement.setBytes(1, id);
                statement.setLong(2, number);
                statement.setBytes(3, content);
                executeNew(statement);
                return true;
            }
        }));
    }

    private boolean executeNew(PreparedStatement statement) throws SQLException {
        try {
            return statement.executeUpdate() == 1;
        } catch (SQLException failure) {
            if (database.failure(failure) == Failure.DUPLICATE) {
                return false;
            }
            throw failure;
        }
    }

    /**
     * Counts its uses, and says that it is not forgotten.
     *
     * @param difference how many more; 0 to say it only
     * @return whether it is there
     */
    boolean use(Session session, byte[] id, int difference) throws SQLException {
        try (PreparedStatement statement = session.prepare(sql.useBody())) {
            statement.setLong(1, difference);
            statement.setLong(2, now());
            statement.setBytes(3, id);
            return statement.executeUpdate() == 1;
        }
    }

    /** All that a container's objects use. */
    void releaseAll(Session session, byte[] container) throws SQLException {
        try (PreparedStatement statement = session.prepare(sql.releaseBodies())) {
            statement.setLong(1, now());
            statement.setBytes(2, container);
            statement.setBytes(3, container);
            statement.executeUpdate();
        }
    }

    /** Removes one that nobody used since a time, unless somebody does. */
    void remove(byte[] id, long since) throws SQLException {
        if (!claim(id, since)) {
            return;
        }
        long last = database.call(session -> {
            try (PreparedStatement statement = session.prepare(sql.lastChunk())) {
                statement.setBytes(1, id);
                try (ResultSet row = statement.executeQuery()) {
                    long number = row.next() ? row.getLong(1) : 0;
                    return row.wasNull() ? -1 : number;
                }
            }
        });
        for (long from = last / CHUNKS_AT_ONCE * CHUNKS_AT_ONCE; last >= 0 && from >= 0; from -= CHUNKS_AT_ONCE) {
            long first = from;
            database.call(session -> {
                try (PreparedStatement statement = session.prepare(sql.deleteChunks())) {
                    statement.setBytes(1, id);
                    statement.setLong(2, first);
                    return statement.executeUpdate();
                }
            });
        }
        database.call(session -> {
            try (PreparedStatement statement = session.prepare(sql.deleteBody())) {
                statement.setBytes(1, id);
                return statement.executeUpdate();
            }
        });
    }

    private boolean claim(byte[] id, long since) throws SQLException {
        return database.call(session -> {
            try (PreparedStatement statement = session.prepare(sql.claimBody())) {
                statement.setBytes(1, id);
                statement.setLong(2, since);
                return statement.executeUpdate() == 1;
            }
        });
    }

    /** Removes what has not been used for long enough, now and then: what is left is left to the next time. */
    void removeUnused() {
        long next = nextRemoval.get();
        long now = System.nanoTime();
        if (next - now > 0
                || !nextRemoval.compareAndSet(
                        next, now + Duration.ofMillis(touchMillis()).toNanos())) {
            return;
        }
        try {
            long since = now() - keepMillis;
            for (byte[] id : unused(since)) {
                remove(id, since);
            }
        } catch (SQLException failed) {
            // Whoever called wanted something else, which is done.
        }
    }

    private List<byte[]> unused(long since) throws SQLException {
        return database.call(session -> {
            try (PreparedStatement statement = session.prepare(sql.unusedBodies())) {
                statement.setMaxRows(AT_ONCE);
                statement.setLong(1, since);
                try (ResultSet rows = statement.executeQuery()) {
                    List<byte[]> ids = new ArrayList<>();
                    while (rows.next()) {
                        ids.add(rows.getBytes(1));
                    }
                    return ids;
                }
            }
        });
    }
}
