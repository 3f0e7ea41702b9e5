package dev.witloof.jdbc;

import dev.witloof.blobstore.service.BlobException;
import dev.witloof.blobstore.service.ObjectWriter;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** A body that is being written, chunk by chunk. */
final class ChunkWriter implements ObjectWriter {

    private static final int FIRST_BYTES = 8 << 10;

    private final TableContainer container;
    private final String name;
    private final Database database;
    private final Bodies bodies;
    private final byte[] body = newId();
    private byte[] chunk = new byte[FIRST_BYTES];
    private int filled;
    private long number;
    private long size;
    private boolean begun;
    private boolean ended;

    ChunkWriter(TableContainer container, String name, Database database, Bodies bodies) {
        this.container = container;
        this.name = name;
        this.database = database;
        this.bodies = bodies;
    }

    /** Never the same twice. */
    static byte[] newId() {
        byte[] id = new byte[BlobSql.ID_BYTES];
        ThreadLocalRandom.current().nextBytes(id);
        return id;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws BlobException {
        int done = 0;
        while (done < length) {
            if (filled == BlobSql.CHUNK_BYTES) {
                store();
            }
            int count = Math.min(length - done, BlobSql.CHUNK_BYTES - filled);
            if (filled + count > chunk.length) {
                chunk = Arrays.copyOf(chunk, Math.min(BlobSql.CHUNK_BYTES, Math.max(2 * chunk.length, filled + count)));
            }
            System.arraycopy(bytes, offset + done, chunk, filled, count);
            filled += count;
            done += count;
        }
    }

    private void store() throws BlobException {
        try {
            if (!begun) {
                begun = true;
                bodies.insert(body);
            }
            if (filled > 0) {
                byte[] content = filled == chunk.length ? chunk : Arrays.copyOf(chunk, filled);
                if (!bodies.insertChunk(body, number, content)) {
                    throw forgotten(name);
                }
                number++;
                size += filled;
                filled = 0;
            }
        } catch (SQLException failure) {
            throw BlobException.of(database.text(failure), failure);
        }
    }

    /** It was too long between two chunks. */
    static BlobException forgotten(String object) {
        return new BlobException("object \"" + object
                + "\": expected to be written without long pauses, found that its beginning was removed");
    }

    @Override
    public void commit() throws BlobException {
        store();
        container.put(name, body, size);
        ended = true;
        chunk = new byte[0];
        bodies.removeUnused();
    }

    /** The database decides whether the body is used: a commit of which nothing was heard may have come about. */
    @Override
    public void close() {
        if (!ended && begun) {
            try {
                bodies.remove(body, Long.MAX_VALUE);
            } catch (SQLException unreachable) {
                // Nobody has seen it, and the next who removes what is unused removes it too.
            }
        }
        ended = true;
    }
}
