package dev.witloof.jdbc;

import dev.witloof.link.Connections;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Where a store finds its database when it is started. */
interface Origin {

    /** A database that is opened once for all stores with the same settings, and closed with the last. */
    static Origin of(Access access) {
        return new Origin() {
            @Override
            public OpenDatabase open(Connections connections) throws Exception {
                Connections.Lease<Database> lease = connections.open(access, () -> Database.open(access));
                return new OpenDatabase(lease.get(), lease);
            }

            @Override
            public String toString() {
                return access.toString();
            }
        };
    }

    /** The embedder's connections. */
    static Origin of(DataSource source, Duration callTimeout) {
        return new Origin() {
            @Override
            public OpenDatabase open(Connections connections) throws SQLException {
                return new OpenDatabase(Database.over(source, callTimeout), () -> {});
            }

            @Override
            public String toString() {
                return "a given data source";
            }
        };
    }

    /**
     * Opens it.
     *
     * @throws Exception if it cannot be opened, with a text for people
     */
    OpenDatabase open(Connections connections) throws Exception;
}
