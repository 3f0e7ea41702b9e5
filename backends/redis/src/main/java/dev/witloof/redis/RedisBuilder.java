package dev.witloof.redis;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is needed to reach a server. Backends with equal settings share their connections.
 *
 * @param <B> the builder's own class
 */
public abstract sealed class RedisBuilder<B extends RedisBuilder<B>>
        permits RedisKeyValue.Builder, RedisMessaging.Builder {

    /** Beyond are times that cannot be counted in nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private String host = "127.0.0.1";
    private int port = 6379;
    private @Nullable String user;
    private @Nullable String password;
    private int database;
    private @Nullable SSLContext tls;
    private Duration connectTimeout = Duration.ofSeconds(1);
    private Duration callTimeout = Duration.ofSeconds(2);
    private int maximumConnections = 8;
    String prefix = "";

    RedisBuilder() {}

    abstract B self();

    /**
     * Where the server is: {@code host}, {@code host:port}, or {@code [IPv6 address]:port}; by default
     * {@code 127.0.0.1:6379}.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public B address(String address) {
        URI uri = uri("redis://" + address);
        if (uri == null
                || uri.getUserInfo() != null
                || uri.getRawQuery() != null
                || !uri.getPath().isEmpty()) {
            throw new IllegalArgumentException("address: expected host:port, found something else");
        }
        place(uri);
        return self();
    }

    /**
     * Everything in one: {@code redis://user:password@host:port/database}, of which only the host must be there;
     * {@code rediss://} is TLS with the JVM's certificates, unless {@link #tls} is called.
     *
     * @throws IllegalArgumentException if it is anything else; it does not quote what was given
     */
    public B url(String url) {
        URI uri = uri(url);
        String path = uri == null ? "" : uri.getPath();
        if (uri == null
                || !(uri.getScheme().equals("redis") || uri.getScheme().equals("rediss"))
                || uri.getRawQuery() != null
                || !path.matches("/?|/[0-9]{1,9}")) {
            throw new IllegalArgumentException(
                    "url: expected redis://user:password@host:port/database or rediss://…, found something else");
        }
        place(uri);
        if (path.length() > 1) {
            database = Integer.parseInt(path.substring(1));
        }
        String identity = uri.getRawUserInfo();
        if (identity != null) {
            int colon = identity.indexOf(':');
            user = colon == 0 ? null : decoded(identity.substring(0, colon < 0 ? identity.length() : colon));
            password = colon < 0 ? null : decoded(identity.substring(colon + 1));
        }
        if (uri.getScheme().equals("rediss") && tls == null) {
            tls = standardTls();
        }
        return self();
    }

    /** A part of a URL, in which a colon stands as {@code %3A} and a plus as itself. */
    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private void place(URI uri) {
        host = uri.getHost().replaceAll("[\\[\\]]", "");
        port = uri.getPort() < 0 ? 6379 : uri.getPort();
    }

    /** Nothing if it has no host; what it looks like is told to nobody. */
    private static @Nullable URI uri(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() == null
                            || uri.getScheme() == null
                            || uri.getPort() == 0
                            || uri.getPort() > 65535
                            || uri.getRawFragment() != null
                    ? null
                    : uri;
        } catch (URISyntaxException notShown) {
            return null;
        }
    }

    private static SSLContext standardTls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("url: expected TLS in this JVM, found none", e);
        }
    }

    /** Who we are; by default the server's default user. */
    public B user(String name) {
        user = name;
        return self();
    }

    /** How we show it; no output has it. */
    public B password(String secret) {
        password = secret;
        return self();
    }

    /**
     * Which of the server's databases; by default 0.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public B database(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("database: expected 0 or more, found " + number);
        }
        database = number;
        return self();
    }

    /** TLS with these certificates. The server's has to be the host's. */
    public B tls(SSLContext context) {
        tls = context;
        return self();
    }

    /** TLS with the JVM's certificates. */
    public B tls() {
        return tls(standardTls());
    }

    /** How all names in the server begin, after nothing by default; taken as it is, so end it with a colon or the like. */
    public B prefix(String text) {
        prefix = text;
        return self();
    }

    /**
     * How long a connection may take to be made; by default a second.
     *
     * @throws IllegalArgumentException if it is not longer than nothing, or longer than 36,500 days
     */
    public B connectTimeout(Duration timeout) {
        connectTimeout = positive("connectTimeout", timeout);
        return self();
    }

    /**
     * How long a call may take with all that it waits for: a free connection, one that has to be made, sending, the answer. By
     * default two seconds.
     *
     * @throws IllegalArgumentException if it is not longer than nothing, or longer than 36,500 days
     */
    public B callTimeout(Duration timeout) {
        callTimeout = positive("callTimeout", timeout);
        return self();
    }

    /**
     * How many connections calls may have open at once, over all backends with the same settings; by default 8. Calls that find
     * all of them in use wait.
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

    private static Duration positive(String what, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(what + ": expected longer than nothing, found " + time);
        }
        if (time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(what + ": expected 36500 days or less, found " + time.toDays());
        }
        return time;
    }

    final RedisSettings settings() {
        return new RedisSettings(
                host, port, user, password, database, tls, connectTimeout, callTimeout, maximumConnections);
    }
}
