package dev.witloof.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.witloof.jdbc.Jdbc;
import dev.witloof.link.Backend;
import dev.witloof.servers.PostgresServer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** In PostgreSQL; by hand it is the same table and statements on a connection of HikariCP's pool, taken for each call. */
final class PostgresStore implements MeasuredStore {

    private static final String PASSWORD = "benchmarks";

    private final PostgresServer server = PostgresServer.start(PASSWORD);

    @Override
    public Backend backend() {
        return Jdbc.keyValue()
                .url(server.url())
                .user(PostgresServer.USER)
                .password(PASSWORD)
                .build();
    }

    @Override
    public ByHand byHand() throws SQLException {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(server.url());
        settings.setUsername(PostgresServer.USER);
        settings.setPassword(PASSWORD);
        settings.setMaximumPoolSize(8);
        settings.setMinimumIdle(0);
        return new Table(new HikariDataSource(settings));
    }

    @Override
    public void close() {
        server.close();
    }

    private record Table(HikariDataSource pool) implements ByHand {

        private static final String ONE = " WHERE bucket = ? AND id = ?";
        private static final byte[] BUCKET = "by-hand".getBytes(StandardCharsets.UTF_8);

        private Table {
            try (Connection connection = pool.getConnection();
                    PreparedStatement statement = connection.prepareStatement(
                            "CREATE TABLE entries (bucket BYTEA NOT NULL, id BYTEA NOT NULL,"
                                    + " name BYTEA NOT NULL, content BYTEA NOT NULL, version BIGINT NOT NULL,"
                                    + " PRIMARY KEY (bucket, id))")) {
                statement.execute();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        private static byte[] hash(String key) throws NoSuchAlgorithmException {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public byte @Nullable [] get(String key) throws Exception {
            try (Connection connection = pool.getConnection();
                    PreparedStatement statement =
                            connection.prepareStatement("SELECT content, version FROM entries" + ONE)) {
                statement.setBytes(1, BUCKET);
                statement.setBytes(2, hash(key));
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? row.getBytes(1) : null;
                }
            }
        }

        @Override
        public void set(String key, byte[] value) throws Exception {
            try (Connection connection = pool.getConnection();
                    PreparedStatement statement = connection.prepareStatement(
                            "INSERT INTO entries (bucket, id, name, content, version) VALUES (?, ?, ?, ?, ?)"
                                    + " ON CONFLICT (bucket, id) DO UPDATE SET name = excluded.name,"
                                    + " content = excluded.content, version = excluded.version")) {
                statement.setBytes(1, BUCKET);
                statement.setBytes(2, hash(key));
                statement.setBytes(3, key.getBytes(StandardCharsets.UTF_8));
                statement.setBytes(4, value);
                statement.setLong(5, System.nanoTime());
                statement.executeUpdate();
            }
        }

        @Override
        public void delete(String key) throws Exception {
            try (Connection connection = pool.getConnection();
                    PreparedStatement statement = connection.prepareStatement("DELETE FROM entries" + ONE)) {
                statement.setBytes(1, BUCKET);
                statement.setBytes(2, hash(key));
                statement.executeUpdate();
            }
        }

        @Override
        public boolean exists(String key) throws Exception {
            try (Connection connection = pool.getConnection();
                    PreparedStatement statement = connection.prepareStatement("SELECT 1 FROM entries" + ONE)) {
                statement.setBytes(1, BUCKET);
                statement.setBytes(2, hash(key));
                try (ResultSet row = statement.executeQuery()) {
                    return row.next();
                }
            }
        }

        @Override
        public void close() {
            pool.close();
        }
    }
}
