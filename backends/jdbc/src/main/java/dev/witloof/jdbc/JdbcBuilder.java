package dev.witloof.jdbc;

import java.sql.Driver;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Collects which database a store is in, and how it is reached.
 *
 * @param <B> the store's builder
 */
public abstract sealed class JdbcBuilder<B extends JdbcBuilder<B>> permits JdbcKeyValue.Builder, JdbcBlobs.Builder {

    /** Of tables, perhaps in a schema. Nothing else gets into a statement as text. */
    private static final String PREFIX = "([A-Za-z_][A-Za-z0-9_]{0,62}\\.)?[A-Za-z_][A-Za-z0-9_]{0,40}";

    /** Drivers have 32 bits for milliseconds. */
    private static final Duration LONGEST = Duration.ofDays(20);

    private @Nullable String url;
    private @Nullable Driver driver;
    private @Nullable DataSource dataSource;
    private final Map<String, String> properties = new LinkedHashMap<>();
    private Duration connectTimeout = Duration.ofSeconds(2);
    private Duration callTimeout = Duration.ofSeconds(5);
    private int maximumConnections = 8;
    String prefix = "witloof_";
    boolean createTables = true;

    JdbcBuilder() {}

    abstract B self();

    /** Where the database is, as its driver has it. What is shown of it ends where its parameters begin. */
    public B url(String url) {
        this.url = url;
        return self();
    }

    /** Who connects, unless the URL says so. */
    public B user(String user) {
        return property("user", user);
    }

    /** The user's password, unless the URL has it. */
    public B password(String password) {
        return property("password", password);
    }

    /** A property of the driver, such as those for TLS. Its value is never shown. */
    public B property(String name, String value) {
        properties.put(name, value);
        return self();
    }

    /** The driver, where {@link DriverManager} does not find the one of the URL. */
    public B driver(Driver driver) {
        this.driver = driver;
        return self();
    }

    /**
     * Connections of the embedder's own, in place of a URL. They are neither pooled nor closed here beyond each call, and
     * have the time-outs that the embedder gave them; statements have the driver's query time-out.
     */
    public B dataSource(DataSource source) {
        this.dataSource = source;
        return self();
    }

    /**
     * What the names of tables begin with, perhaps after a schema and a dot; by default {@code witloof_}.
     *
     * @throws IllegalArgumentException if it is not made of ASCII letters, digits and {@code _}
     */
    public B prefix(String prefix) {
        if (!prefix.matches(PREFIX)) {
            throw new IllegalArgumentException(
                    "prefix: expected ASCII letters, digits and _, perhaps after a schema and a dot, found another");
        }
        this.prefix = prefix;
        return self();
    }

    /** Whether tables that are not there are made when the store is started; by default they are. */
    public B createTables(boolean create) {
        createTables = create;
        return self();
    }

    /**
     * How long to wait for a connection, a new one or a free one of the pool; by default 2 seconds. A call waits for half of
     * its time at most.
     *
     * @throws IllegalArgumentException if it is shorter than 250 ms, or longer than 20 days
     */
    public B connectTimeout(Duration time) {
        connectTimeout = atLeast("connectTimeout", Database.LEAST_MILLIS, inDays("connectTimeout", time));
        return self();
    }

    /**
     * How long a call may take, the wait for a connection included; by default 5 seconds.
     *
     * @throws IllegalArgumentException if it is shorter than 500 ms, or longer than 20 days
     */
    public B callTimeout(Duration time) {
        callTimeout = atLeast("callTimeout", 2 * Database.LEAST_MILLIS, inDays("callTimeout", time));
        return self();
    }

    private static Duration inDays(String what, Duration time) {
        if (time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(what + ": expected 20 days or less, found " + time.toDays());
        }
        return time;
    }

    static Duration atLeast(String what, int millis, Duration time) {
        if (time.compareTo(Duration.ofMillis(millis)) < 0) {
            throw new IllegalArgumentException(
                    what + ": expected " + millis + "ms or longer, found " + time.toMillis() + "ms");
        }
        return time;
    }

    /**
     * How many connections all stores with these settings have together, by default 8.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public B maximumConnections(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("maximumConnections: expected 1 or more, found " + number);
        }
        maximumConnections = number;
        return self();
    }

    /**
     * Where the store will find its database. Nothing is opened.
     *
     * @throws IllegalStateException if that is not clear, or there is no driver for it
     */
    Origin origin() {
        if (dataSource != null) {
            if (url != null || !properties.isEmpty()) {
                throw new IllegalStateException("JDBC: expected a url, or a dataSource alone, found both");
            }
            return Origin.of(dataSource, callTimeout);
        }
        if (url == null) {
            throw new IllegalStateException("JDBC: expected a url or a dataSource, found neither");
        }
        Driver known = driver == null ? Drivers.find(url) : driver;
        Target target = Target.of(url, properties);
        return Origin.of(new Access(
                known,
                target.url(),
                Drivers.withTimeouts(url, target.properties(), connectTimeout),
                connectTimeout,
                callTimeout,
                maximumConnections));
    }
}
