package dev.witloof.jdbc;

import dev.witloof.blobstore.service.BlobBackend;
import dev.witloof.blobstore.service.BlobService;
import dev.witloof.link.Connections;
import java.time.Duration;

/**
 * A store of objects in four tables of a database, which serves {@code wasi:blobstore}. Objects lie in chunks of 256 KiB, of
 * which a reader or writer has one in memory at a time. Copies share their chunks.
 */
public final class JdbcBlobs extends BlobBackend {

    private final Origin origin;
    private final String prefix;
    private final boolean createTables;
    private final Duration keepRemoved;

    private JdbcBlobs(Builder builder) {
        origin = builder.origin();
        prefix = builder.prefix;
        createTables = builder.createTables;
        keepRemoved = builder.keepRemoved;
    }

    /** Such as {@code JDBC blobs at jdbc:postgresql://127.0.0.1:5432/app}. */
    @Override
    public String description() {
        return "JDBC blobs at " + origin;
    }

    @Override
    protected BlobService open(Connections connections) throws Exception {
        OpenDatabase open = origin.open(connections);
        try {
            Database database = open.database();
            BlobSql sql = new BlobSql(database.dialect(), prefix);
            for (BlobSql.Table table : sql.tables()) {
                Tables.ensure(database, table.name(), table.probe(), table.create(), createTables);
            }
            Bodies bodies = new Bodies(database, sql, keepRemoved);
            bodies.removeUnused();
            return new BlobTables(open, sql, bodies);
        } catch (Exception failure) {
            open.close();
            throw failure;
        }
    }

    /** Collects the settings of a store. */
    public static final class Builder extends JdbcBuilder<Builder> {

        private Duration keepRemoved = Duration.ofHours(1);

        Builder() {}

        @Override
        Builder self() {
            return this;
        }

        /**
         * How long the bytes of objects that were removed or replaced stay for those who read them, in whichever process, and
         * read nothing for that long; by default an hour. Bytes of writers that ended without a word go after it too.
         *
         * @throws IllegalArgumentException if it is shorter than a second
         */
        public Builder keepRemoved(Duration time) {
            keepRemoved = atLeast("keepRemoved", 1000, time);
            return this;
        }

        /**
         * The store, not started.
         *
         * @throws IllegalStateException if it has neither a URL nor a data source, or there is no driver for the URL
         */
        public JdbcBlobs build() {
            return new JdbcBlobs(this);
        }
    }
}
