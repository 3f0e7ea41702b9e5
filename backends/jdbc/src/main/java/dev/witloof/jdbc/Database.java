package dev.witloof.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database that is open: connections to it, and how calls are made. Any number of threads may use it. */
final class Database implements AutoCloseable {

    /** Less is not accepted by the pool. */
    static final int LEAST_MILLIS = 250;

    private final String where;
    private final DataSource source;
    private final @Nullable DriverSource driver;
    private final @Nullable HikariDataSource pool;
    private final Dialect dialect;
    private final TimeLimit limit;
    private final Duration callTimeout;
    private volatile boolean closed;

    private Database(
            String where,
            DataSource source,
            @Nullable DriverSource driver,
            @Nullable HikariDataSource pool,
            Dialect dialect,
            TimeLimit limit,
            Duration callTimeout) {
        this.where = where;
        this.source = source;
        this.driver = driver;
        this.pool = pool;
        this.dialect = dialect;
        this.limit = limit;
        this.callTimeout = callTimeout;
    }

    /**
     * A pool of its own, with one connection.
     *
     * @throws SQLException if there is no connection to be had, with a text for people
     */
    static Database open(Access access) throws SQLException {
        DriverSource driver = new DriverSource(access);
        Dialect dialect = driver.connectFirst();
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(poolSettings(access, driver, dialect));
        } catch (RuntimeException failure) {
            driver.closeFirst();
            throw failure;
        }
        Database database =
                new Database(access.toString(), pool, driver, pool, dialect, dialect.limit(), access.callTimeout());
        driver.tryWhile(() -> !database.closed && pool.getHikariPoolMXBean().getThreadsAwaitingConnection() > 0);
        return database;
    }

    private static HikariConfig poolSettings(Access access, DriverSource driver, Dialect dialect) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("witloof " + access);
        config.setDataSource(driver);
        config.setMaximumPoolSize(access.maximumConnections());
        // Without a least number the pool stops trying when nobody waits, and so does not sleep when somebody does
        // again.
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        long wait = Math.min(
                access.connectTimeout().toMillis(), access.callTimeout().toMillis() / 2);
        config.setConnectionTimeout(Math.max(LEAST_MILLIS, wait));
        config.setValidationTimeout(Math.max(LEAST_MILLIS, Math.min(1000, wait / 2)));
        if (dialect.embedded()) {
            // An in-memory database may go with its last connection.
            config.setIdleTimeout(0);
            config.setMaxLifetime(0);
        }
        return config;
    }

    /**
     * Over the embedder's own connections, which stay the embedder's.
     *
     * @throws SQLException if there is no connection to be had, with a text for people
     */
    static Database over(DataSource source, Duration callTimeout) throws SQLException {
        String where = "the given data source";
        try (Connection connection = source.getConnection()) {
            return new Database(
                    where, source, null, null, Dialect.of(connection), ofStatement(connection), callTimeout);
        } catch (SQLException failure) {
            throw NoConnection.of(where, failure, callTimeout);
        }
    }

    private static TimeLimit ofStatement(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(0);
            return TimeLimit.OF_STATEMENT;
        } catch (SQLFeatureNotSupportedException none) {
            return TimeLimit.OF_SESSION;
        }
    }

    /** What the database understands. */
    Dialect dialect() {
        return dialect;
    }

    /** Where it is, for texts. */
    String where() {
        return where;
    }

    /** How long a call may take. */
    Duration callTimeout() {
        return callTimeout;
    }

    /** What a failure of a call means. */
    Failure failure(SQLException failure) {
        if (isOfPool(failure)) {
            return noConnection(failure)
                    .map(NoConnection::kind)
                    .orElseGet(() ->
                            failure.getCause() instanceof SQLException reason ? dialect.failure(reason) : Failure.BUSY);
        }
        return failure instanceof NoConnection none ? none.kind() : dialect.failure(failure);
    }

    /** What people are told of a failure. */
    String text(SQLException failure) {
        if (Thread.currentThread().isInterrupted()) {
            return where + ": expected an answer, found the thread interrupted";
        }
        return noConnection(failure)
                .map(none -> String.valueOf(none.getMessage()))
                .orElseGet(() -> failure(failure).text(where, failure, callTimeout));
    }

    /** The pool's own exception, when there was no connection in time. */
    private boolean isOfPool(SQLException failure) {
        return pool != null && failure instanceof SQLTransientConnectionException;
    }

    /** Why there was no new connection, if that is why there was none. */
    private Optional<NoConnection> noConnection(SQLException failure) {
        if (failure instanceof NoConnection none) {
            return Optional.of(none);
        }
        if (isOfPool(failure) && failure.getCause() instanceof NoConnection none) {
            return Optional.of(none);
        }
        return isOfPool(failure) && driver != null ? driver.lastFailure() : Optional.empty();
    }

    /** Does something whose result is the same however often it is done. */
    <T> T call(Work<T> work) throws SQLException {
        return call(work, Deadline.in(callTimeout), true);
    }

    /**
     * Does something, again if nothing came of it because others were in the way.
     *
     * @param repeatable whether it may be done again after the connection broke, which leaves open whether it was done
     */
    <T> T call(Work<T> work, Deadline deadline, boolean repeatable) throws SQLException {
        boolean repeated = false;
        while (true) {
            try (Connection connection = connection()) {
                return in(connection, work, deadline);
            } catch (SQLException failure) {
                Failure kind = failure(failure);
                boolean conflict = kind == Failure.CONFLICT || kind == Failure.DUPLICATE;
                boolean broken = kind == Failure.GONE && repeatable && !repeated;
                if (!conflict && !broken
                        || deadline.millisLeft() == 0
                        || Thread.currentThread().isInterrupted()) {
                    throw failure;
                }
                if (broken) {
                    repeated = true;
                    evictIdle();
                } else {
                    pause(failure);
                }
            }
        }
    }

    private Connection connection() throws SQLException {
        if (pool != null) {
            return pool.getConnection();
        }
        try {
            return source.getConnection();
        } catch (SQLException failure) {
            throw NoConnection.of(where, failure, callTimeout);
        }
    }

    private <T> T in(Connection connection, Work<T> work, Deadline deadline) throws SQLException {
        try {
            return work.in(new Session(connection, dialect, limit, deadline));
        } catch (SQLException failure) {
            if (pool != null && failure(failure) == Failure.GONE) {
                pool.evictConnection(connection);
            }
            throw failure;
        } catch (RuntimeException failure) {
            throw new SQLException("a driver's error", "unknown", failure);
        }
    }

    /** A server that went away took all connections with it. */
    private void evictIdle() {
        if (pool != null) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    /** So that those who are in each other's way do not stay there. */
    private static void pause(SQLException failure) throws SQLException {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(10));
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    /** Closes the pool and ends its threads. */
    @Override
    public void close() {
        closed = true;
        if (pool != null) {
            pool.close();
        }
    }
}
