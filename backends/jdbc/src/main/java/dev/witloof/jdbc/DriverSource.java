package dev.witloof.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * New connections of a driver, for a pool. What it throws has no message of the driver's. The pool's own sleep between two
 * attempts grows to seconds; so it does not see a server that is away, as long as somebody waits for a connection: the next
 * attempt is made after {@value #PAUSE_MILLIS} ms.
 */
final class DriverSource implements DataSource {

    private static final int PAUSE_MILLIS = 100;

    private final Access access;
    private final AtomicReference<@Nullable Connection> first = new AtomicReference<>();

    @Nullable
    private volatile Dialect dialect;

    @Nullable
    private volatile NoConnection lastFailure;

    private volatile BooleanSupplier awaited = () -> false;

    DriverSource(Access access) {
        this.access = access;
    }

    /** Connects for the first time, to see what the database is. That connection is then the pool's first. */
    Dialect connectFirst() throws SQLException {
        Connection connection = connect();
        try {
            Dialect found = Dialect.of(connection);
            found.prepare(connection, callMillis());
            dialect = found;
            first.set(connection);
            return found;
        } catch (SQLException | RuntimeException failure) {
            closeQuietly(connection);
            throw scrubbed(failure);
        }
    }

    /** From now on connections are tried for as long as this holds. */
    void tryWhile(BooleanSupplier awaited) {
        this.awaited = awaited;
    }

    /** Why the last attempt to connect failed; nothing if it did not. */
    Optional<NoConnection> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    /** Closes the first connection, if the pool has not taken it. */
    void closeFirst() {
        Connection left = first.getAndSet(null);
        if (left != null) {
            closeQuietly(left);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection ready = first.getAndSet(null);
        if (ready != null) {
            return ready;
        }
        while (true) {
            try {
                Connection connection = prepared(connect());
                lastFailure = null;
                return connection;
            } catch (NoConnection failure) {
                lastFailure = failure;
                // A password is not tried again and again: some servers lock the user out.
                if (failure.kind() == Failure.LOGIN || !awaited.getAsBoolean() || !pause()) {
                    throw failure;
                }
            }
        }
    }

    private Connection prepared(Connection connection) throws NoConnection {
        Dialect known = dialect;
        if (known == null) {
            throw new IllegalStateException("connectFirst comes first");
        }
        try {
            known.prepare(connection, callMillis());
            return connection;
        } catch (SQLException | RuntimeException failure) {
            closeQuietly(connection);
            throw scrubbed(failure);
        }
    }

    private Connection connect() throws NoConnection {
        Properties properties = new Properties();
        properties.putAll(access.properties());
        Connection connection;
        try {
            connection = access.driver().connect(access.url(), properties);
        } catch (SQLException | RuntimeException failure) {
            throw scrubbed(failure);
        }
        if (connection == null) {
            throw scrubbed(new SQLException("the driver does not know this kind of URL", "08001"));
        }
        return connection;
    }

    private int callMillis() {
        return (int) Math.min(Integer.MAX_VALUE, access.callTimeout().toMillis());
    }

    private NoConnection scrubbed(Exception failure) {
        return failure instanceof NoConnection already
                ? already
                : NoConnection.of(access.toString(), failure, access.connectTimeout());
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException broken) {
            // It is not used: what went wrong before is what is told.
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the user is a property");
    }

    /** How long the pool waits for a connection that is being made when it is closed. */
    @Override
    public int getLoginTimeout() {
        return (int) Math.max(1, Math.min(60, access.connectTimeout().toSeconds() + 1));
    }

    /** Does nothing: drivers have properties for it, and {@code DriverManager} has one for all. */
    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("there is no such logger");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("expected to be asked for no other class, found " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    @Override
    public String toString() {
        return access.toString();
    }
}
