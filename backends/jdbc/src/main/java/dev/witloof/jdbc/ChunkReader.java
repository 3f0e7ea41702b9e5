package dev.witloof.jdbc;

import dev.witloof.blobstore.service.BlobException;
import dev.witloof.blobstore.service.ObjectReader;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Part of a body, of which it has one chunk at a time. */
final class ChunkReader extends ObjectReader {

    private static final byte[] NOTHING = {};

    private final Database database;
    private final BlobSql sql;
    private final Bodies bodies;
    private final byte[] body;
    private final long size;
    private long position;
    private long left;
    private byte[] chunk = NOTHING;
    private long number = -1;
    private long touched = Bodies.now();

    /**
     * A reader.
     *
     * @param offset where it begins in the body
     * @param size how many bytes it reads
     */
    ChunkReader(Database database, BlobSql sql, Bodies bodies, byte[] body, long offset, long size) {
        this.database = database;
        this.sql = sql;
        this.bodies = bodies;
        this.body = body;
        this.position = offset;
        this.size = size;
        this.left = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws BlobException {
        if (left == 0) {
            return -1;
        }
        int within = (int) (position % BlobSql.CHUNK_BYTES);
        load(position / BlobSql.CHUNK_BYTES);
        int count = (int) Math.min(Math.min(length, left), chunk.length - within);
        if (count <= 0) {
            throw missing();
        }
        System.arraycopy(chunk, within, buffer, offset, count);
        position += count;
        left -= count;
        return count;
    }

    @Override
    public long skip(long count) {
        long skipped = Math.min(count, left);
        position += skipped;
        left -= skipped;
        return skipped;
    }

    private void load(long wanted) throws BlobException {
        if (wanted == number) {
            return;
        }
        try {
            byte[] found = database.call(session -> {
                try (PreparedStatement statement = session.prepare(sql.chunk())) {
                    statement.setBytes(1, body);
                    statement.setLong(2, wanted);
                    try (ResultSet row = statement.executeQuery()) {
                        return row.next() ? row.getBytes(1) : NOTHING;
                    }
                }
            });
            chunk = found;
            number = wanted;
            touch();
        } catch (SQLException failure) {
            throw BlobException.of(database.text(failure), failure);
        }
    }

    private void touch() throws SQLException {
        if (Bodies.now() - touched > bodies.touchMillis()) {
            database.call(session -> bodies.use(session, body, 0));
            touched = Bodies.now();
        }
    }

    private static BlobException missing() {
        return new BlobException(
                "object: expected to go on, found that it was removed or replaced, and nothing was read of it, for too long");
    }

    @Override
    public void close() {
        chunk = NOTHING;
        number = -1;
    }
}
