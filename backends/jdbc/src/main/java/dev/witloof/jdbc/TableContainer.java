package dev.witloof.jdbc;

import dev.witloof.blobstore.service.BlobException;
import dev.witloof.blobstore.service.ByteRange;
import dev.witloof.blobstore.service.NamePage;
import dev.witloof.blobstore.service.ObjectInfo;
import dev.witloof.blobstore.service.ObjectReader;
import dev.witloof.blobstore.service.ObjectWriter;
import dev.witloof.blobstore.service.StoredContainer;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/** A container by its name: each call asks whether there still is one. */
final class TableContainer implements StoredContainer {

    private static final int PAGE = 1000;

    private final String name;
    private final ObjectRows rows;

    TableContainer(String name, ObjectRows rows) {
        this.name = name;
        this.rows = rows;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long createdAt() throws BlobException {
        return rows.container(name).createdAt();
    }

    private ObjectRows.Found find(String object) throws BlobException {
        return rows.find(name, object).orElseThrow(() -> BlobException.noSuchObject(name, object));
    }

    @Override
    public ObjectReader read(String object, ByteRange range) throws BlobException {
        ObjectRows.Found found = find(object);
        return new ChunkReader(
                rows.database(),
                rows.sql(),
                rows.bodies(),
                found.body(),
                range.offset(found.size()),
                range.length(found.size()));
    }

    @Override
    public ObjectWriter write(String object) throws BlobException {
        rows.container(name);
        return new ChunkWriter(this, object, rows.database(), rows.bodies());
    }

    /** Puts a body in its place. */
    void put(String object, byte[] body, long size) throws BlobException {
        rows.change(List.of(name), session -> {
            if (!rows.bodies().use(session, body, 1)) {
                throw new ChangeRefused(ChunkWriter.forgotten(object));
            }
            rows.replace(session, name, object, body, size);
            return null;
        });
    }

    @Override
    public NamePage list(String cursor) throws BlobException {
        byte[] after = cursor.isEmpty() ? new byte[KeyHash.BYTES] : hash(cursor);
        byte[] container = rows.container(name).id();
        List<byte[]> hashes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        rows.call(session -> {
            hashes.clear();
            names.clear();
            try (PreparedStatement statement = session.prepare(rows.sql().listObjects(PAGE + 1))) {
                statement.setBytes(1, container);
                statement.setBytes(2, after);
                if (!rows.sql().limitsRows()) {
                    statement.setMaxRows(PAGE + 1);
                }
                try (ResultSet found = statement.executeQuery()) {
                    while (found.next()) {
                        hashes.add(found.getBytes(1));
                        names.add(new String(found.getBytes(2), StandardCharsets.UTF_8));
                    }
                }
            }
            return null;
        });
        return names.size() <= PAGE
                ? NamePage.last(names)
                : NamePage.before(HexFormat.of().formatHex(hashes.get(PAGE - 1)), names.subList(0, PAGE));
    }

    private static byte[] hash(String cursor) throws BlobException {
        try {
            byte[] hash = HexFormat.of().parseHex(cursor);
            if (hash.length == KeyHash.BYTES) {
                return hash;
            }
        } catch (IllegalArgumentException notOurs) {
            // Told below.
        }
        throw new BlobException("list-objects: expected a cursor that a page gave, found another");
    }

    @Override
    public void delete(String object) throws BlobException {
        deleteMany(List.of(object));
    }

    @Override
    public void deleteMany(List<String> objects) throws BlobException {
        rows.change(List.of(name), session -> {
            for (String object : new TreeSet<>(objects)) {
                rows.remove(session, name, object);
            }
            return null;
        });
        rows.bodies().removeUnused();
    }

    @Override
    public boolean has(String object) throws BlobException {
        return rows.find(name, object).isPresent();
    }

    @Override
    public ObjectInfo info(String object) throws BlobException {
        ObjectRows.Found found = find(object);
        return new ObjectInfo(found.size(), found.createdAt());
    }

    @Override
    public void clear() throws BlobException {
        rows.change(List.of(name), session -> {
            rows.removeAll(session, name);
            return null;
        });
        rows.bodies().removeUnused();
    }
}
