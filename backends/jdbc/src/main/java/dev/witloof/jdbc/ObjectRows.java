package dev.witloof.jdbc;

import dev.witloof.blobstore.service.BlobException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The rows of containers and objects. Whoever changes the objects of a container locks its row first, so that the uses of bodies
 * are counted right.
 *
 * @param database where they are
 * @param sql their statements
 * @param bodies what they use
 */
record ObjectRows(Database database, BlobSql sql, Bodies bodies) {

    /** A container. */
    record Box(byte[] id, long createdAt) {}

    /** An object. */
    record Found(byte[] body, long size, long createdAt) {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static long seconds() {
        return Instant.now().getEpochSecond();
    }

    /** A call that only reads. */
    <T> T call(Work<T> work) throws BlobException {
        try {
            return database.call(work);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private BlobException failed(SQLException failure) {
        return failure instanceof ChangeRefused refused
                ? refused.reason()
                : BlobException.of(database.text(failure), failure);
    }

    /** The container of this name. */
    Box container(String name) throws BlobException {
        return call(session -> container(session, name)).orElseThrow(() -> BlobException.noSuchContainer(name));
    }

    /** The container of this name, if there is one. */
    Optional<Box> container(Session session, String name) throws SQLException {
        try (PreparedStatement statement = session.prepare(sql.container())) {
            statement.setBytes(1, bytes(name));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new Box(row.getBytes(1), row.getLong(2))) : Optional.empty();
            }
        }
    }

    /** An object, if there is one in the container, which has to be there. */
    Optional<Found> find(String container, String object) throws BlobException {
        return call(session -> find(session, container, object));
    }

    Optional<Found> find(Session session, String container, String object) throws SQLException {
        try (PreparedStatement statement = session.prepare(sql.object())) {
            statement.setBytes(1, KeyHash.of(object));
            statement.setBytes(2, bytes(container));
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new ChangeRefused(BlobException.noSuchContainer(container));
                }
                byte[] body = row.getBytes(2);
                return body == null ? Optional.empty() : Optional.of(new Found(body, row.getLong(3), row.getLong(4)));
            }
        }
    }

    /**
     * One transaction that changes objects of these containers, which have to be there. It is not done again after the
     * connection broke; so that a connection which was broken before is not used for it, something is read first.
     */
    void change(List<String> containers, Work<Void> work) throws BlobException {
        container(containers.get(0));
        try {
            database.call(
                    session -> session.transaction(within -> {
                        for (String name : new TreeSet<>(containers)) {
                            lock(within, name);
                        }
                        return work.in(within);
                    }),
                    Deadline.in(database.callTimeout()),
                    false);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private void lock(Session session, String name) throws SQLException {
        try (PreparedStatement statement = session.prepare(sql.lockContainer())) {
            statement.setBytes(1, bytes(name));
            if (statement.executeUpdate() == 0) {
                throw new ChangeRefused(BlobException.noSuchContainer(name));
            }
        }
    }

    private byte[] lockedId(Session session, String name) throws SQLException {
        return container(session, name)
                .orElseThrow(() -> new SQLException("a row that is locked is not there", "unknown"))
                .id();
    }

    /** Puts a body, whose use is counted, in the place of an object. */
    void replace(Session session, String container, String object, byte[] body, long size) throws SQLException {
        Optional<Found> before = find(session, container, object);
        byte[] id = lockedId(session, container);
        if (before.isPresent()) {
            bodies.use(session, before.get().body(), -1);
        }
        if (before.isPresent() && sql.setObject().isEmpty()) {
            delete(session, id, object);
        }
        try (PreparedStatement statement = session.prepare(sql.setObject().orElseGet(sql::insertObject))) {
            statement.setBytes(1, id);
            statement.setBytes(2, KeyHash.of(object));
            statement.setBytes(3, bytes(object));
            statement.setBytes(4, body);
            statement.setLong(5, size);
            statement.setLong(6, seconds());
            statement.executeUpdate();
        }
    }

    /** Removes an object, if it is there. */
    void remove(Session session, String container, String object) throws SQLException {
        Optional<Found> found = find(session, container, object);
        if (found.isPresent()) {
            bodies.use(session, found.get().body(), -1);
            delete(session, lockedId(session, container), object);
        }
    }

    private void delete(Session session, byte[] container, String object) throws SQLException {
        try (PreparedStatement statement = session.prepare(sql.deleteObject())) {
            statement.setBytes(1, container);
            statement.setBytes(2, KeyHash.of(object));
            statement.executeUpdate();
        }
    }

    /** Removes all objects of a container. */
    void removeAll(Session session, String container) throws SQLException {
        byte[] id = lockedId(session, container);
        bodies.releaseAll(session, id);
        try (PreparedStatement statement = session.prepare(sql.deleteObjects())) {
            statement.setBytes(1, id);
            statement.executeUpdate();
        }
    }
}
