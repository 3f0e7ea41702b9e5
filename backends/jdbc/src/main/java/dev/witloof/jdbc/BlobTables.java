package dev.witloof.jdbc;

import dev.witloof.blobstore.service.BlobException;
import dev.witloof.blobstore.service.BlobService;
import dev.witloof.blobstore.service.ObjectPath;
import dev.witloof.blobstore.service.StoredContainer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A store of objects in tables. */
@SuppressWarnings("try") // as what it closes
final class BlobTables implements BlobService {

    private final OpenDatabase open;
    private final ObjectRows rows;

    /**
     * The store in a database.
     *
     * @param open the database, which is closed with it
     */
    BlobTables(OpenDatabase open, BlobSql sql, Bodies bodies) {
        this.open = open;
        this.rows = new ObjectRows(open.database(), sql, bodies);
    }

    private TableContainer of(String name) {
        return new TableContainer(name, rows);
    }

    @Override
    public StoredContainer createContainer(String name) throws BlobException {
        byte[] bytes = ObjectRows.bytes(name);
        if (bytes.length > BlobSql.CONTAINER_BYTES) {
            throw new BlobException("container: expected a name of at most " + BlobSql.CONTAINER_BYTES
                    + " bytes in UTF-8, found " + bytes.length);
        }
        byte[] id = ChunkWriter.newId();
        boolean made = rows.call(session -> {
            try (PreparedStatement statement = session.prepare(rows.sql().createContainer())) {
                statement.setBytes(1, bytes);
                statement.setBytes(2, id);
                statement.setLong(3, ObjectRows.seconds());
                return statement.executeUpdate() == 1;
            } catch (SQLException failure) {
                if (rows.database().failure(failure) == Failure.DUPLICATE) {
                    return false;
                }
                throw failure;
            }
        });
        // Done again after a broken connection, it may have been made by the first attempt.
        if (!made && !Arrays.equals(id, rows.container(name).id())) {
            throw BlobException.containerExists(name);
        }
        return of(name);
    }

    @Override
    public StoredContainer open(String name) throws BlobException {
        rows.container(name);
        return of(name);
    }

    @Override
    public void delete(String name) throws BlobException {
        rows.change(List.of(name), session -> {
            rows.removeAll(session, name);
            try (PreparedStatement statement = session.prepare(rows.sql().deleteContainer())) {
                statement.setBytes(1, ObjectRows.bytes(name));
                statement.executeUpdate();
            }
            return null;
        });
        rows.bodies().removeUnused();
    }

    @Override
    public boolean exists(String name) throws BlobException {
        return rows.call(session -> rows.container(session, name)).isPresent();
    }

    /** Both use the same body then. */
    @Override
    public void copy(ObjectPath from, ObjectPath to) throws BlobException {
        rows.change(List.of(from.container(), to.container()), session -> {
            ObjectRows.Found found = source(session, from);
            if (!rows.bodies().use(session, found.body(), 1)) {
                throw new SQLException("an object uses a body that is not there", "unknown");
            }
            rows.replace(session, to.container(), to.object(), found.body(), found.size());
            return null;
        });
        rows.bodies().removeUnused();
    }

    @Override
    public void move(ObjectPath from, ObjectPath to) throws BlobException {
        rows.change(List.of(from.container(), to.container()), session -> {
            ObjectRows.Found found = source(session, from);
            if (!from.equals(to)) {
                rows.bodies().use(session, found.body(), 1);
                rows.replace(session, to.container(), to.object(), found.body(), found.size());
                rows.remove(session, from.container(), from.object());
            }
            return null;
        });
        rows.bodies().removeUnused();
    }

    private ObjectRows.Found source(Session session, ObjectPath from) throws SQLException {
        Optional<ObjectRows.Found> found = rows.find(session, from.container(), from.object());
        return found.orElseThrow(() -> new ChangeRefused(BlobException.noSuchObject(from.container(), from.object())));
    }

    @Override
    public void check() throws BlobException {
        rows.call(session -> {
            try (PreparedStatement statement =
                    session.prepare(rows.sql().tables().get(0).probe())) {
                return statement.execute();
            }
        });
    }

    @Override
    public void close() throws Exception {
        open.close();
    }
}
