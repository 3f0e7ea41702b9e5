package dev.witloof.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The statements of four tables: containers; objects, which name their bodies; bodies, which count by how many objects they are
 * used; and the chunks of bodies. A body never changes once an object uses it, so whoever reads it is not disturbed by what
 * becomes of the object; copies share it.
 */
final class BlobSql {

    /** The longest name of a container, in bytes of UTF-8. */
    static final int CONTAINER_BYTES = 255;

    /** How many bytes each chunk has but a body's last. */
    static final int CHUNK_BYTES = 256 << 10;

    static final int ID_BYTES = 16;

    private static final List<String> OBJECT_KEY = List.of("container", "id");
    private static final List<String> OBJECT = List.of("name", "body", "size", "created");

    final String containers;
    final String objects;
    final String bodies;
    final String chunks;

    private final Dialect dialect;
    private final String indexName;

    BlobSql(Dialect dialect, String prefix) {
        this.dialect = dialect;
        containers = prefix + "containers";
        objects = prefix + "objects";
        bodies = prefix + "bodies";
        chunks = prefix + "chunks";
        indexName = bodies.substring(bodies.indexOf('.') + 1) + "_unused";
    }

    /** A table, how it is seen whether it is there, and what makes it. */
    record Table(String name, String probe, List<String> create) {}

    List<Table> tables() {
        String id = dialect.bytes(ID_BYTES) + " NOT NULL";
        return List.of(
                table(
                        containers,
                        "name, id, created",
                        "name " + dialect.bytes(CONTAINER_BYTES) + " NOT NULL, id " + id
                                + ", created BIGINT NOT NULL, PRIMARY KEY (name)"),
                table(
                        objects,
                        "container, id, name, body, size, created",
                        "container " + id + ", id " + dialect.bytes(KeyHash.BYTES) + " NOT NULL, name "
                                + dialect.manyBytes() + " NOT NULL, body " + id
                                + ", size BIGINT NOT NULL, created BIGINT NOT NULL, PRIMARY KEY (container, id)"),
                table(
                        bodies,
                        "id, uses, since",
                        "id " + id + ", uses BIGINT NOT NULL, since BIGINT NOT NULL, PRIMARY KEY (id)",
                        "CREATE INDEX " + indexName + " ON " + bodies + " (uses, since)"),
                table(
                        chunks,
                        "body, number, content",
                        "body " + id + ", number BIGINT NOT NULL, content " + dialect.manyBytes()
                                + " NOT NULL, PRIMARY KEY (body, number)"));
    }

    private static Table table(String name, String columns, String definition, String... more) {
        List<String> create = new ArrayList<>(List.of("CREATE TABLE " + name + " (" + definition + ")"));
        create.addAll(List.of(more));
        return new Table(name, "SELECT " + columns + " FROM " + name + " WHERE 1 = 0", create);
    }

    String createContainer() {
        return dialect.insertNew(containers, List.of("name"), List.of("id", "created"));
    }

    /** Id and time of a name. */
    String container() {
        return "SELECT id, created FROM " + containers + " WHERE name = ?";
    }

    /** Lets nobody else change the objects of a container until the transaction is over. */
    String lockContainer() {
        return "UPDATE " + containers + " SET created = created WHERE name = ?";
    }

    String deleteContainer() {
        return "DELETE FROM " + containers + " WHERE name = ?";
    }

    /** The container's id, and the object's body, size and time; nothing of the object if it is not there. */
    String object() {
        return "SELECT c.id, o.body, o.size, o.created FROM " + containers + " c LEFT JOIN " + objects
                + " o ON o.container = c.id AND o.id = ? WHERE c.name = ?";
    }

    Optional<String> setObject() {
        return dialect.set(objects, OBJECT_KEY, OBJECT);
    }

    String insertObject() {
        return Dialect.insert(objects, OBJECT_KEY, OBJECT);
    }

    /** Container and hash. */
    String deleteObject() {
        return "DELETE FROM " + objects + " WHERE container = ? AND id = ?";
    }

    String deleteObjects() {
        return "DELETE FROM " + objects + " WHERE container = ?";
    }

    /** Container, hash: those after it. */
    String listObjects(int count) {
        return "SELECT id, name FROM " + objects + " WHERE container = ? AND id > ? ORDER BY id"
                + dialect.firstRows(count).orElse("");
    }

    boolean limitsRows() {
        return dialect.firstRows(1).isPresent();
    }

    String insertBody() {
        return dialect.insertNew(bodies, List.of("id"), List.of("uses", "since"));
    }

    /** The difference, the time, the id; not of one that is being removed. */
    String useBody() {
        return "UPDATE " + bodies + " SET uses = uses + ?, since = ? WHERE id = ? AND uses >= 0";
    }

    /** Time, container twice: each of its objects uses its body no longer. */
    String releaseBodies() {
        return "UPDATE " + bodies + " SET since = ?, uses = uses - (SELECT COUNT(*) FROM " + objects
                + " WHERE container = ? AND body = " + bodies + ".id) WHERE id IN (SELECT body FROM " + objects
                + " WHERE container = ?)";
    }

    /** A body that nobody uses can be used no more, if it was not used since a time. */
    String claimBody() {
        return "UPDATE " + bodies + " SET uses = -1 WHERE id = ? AND uses <= 0 AND since <= ?";
    }

    String unusedBodies() {
        return "SELECT id FROM " + bodies + " WHERE uses <= 0 AND since <= ?";
    }

    String deleteBody() {
        return "DELETE FROM " + bodies + " WHERE id = ?";
    }

    String insertChunk() {
        return dialect.insertNew(chunks, List.of("body", "number"), List.of("content"));
    }

    String chunk() {
        return "SELECT content FROM " + chunks + " WHERE body = ? AND number = ?";
    }

    String lastChunk() {
        return "SELECT MAX(number) FROM " + chunks + " WHERE body = ?";
    }

    /** Those from a number on. */
    String deleteChunks() {
        return "DELETE FROM " + chunks + " WHERE body = ? AND number >= ?";
    }
}
