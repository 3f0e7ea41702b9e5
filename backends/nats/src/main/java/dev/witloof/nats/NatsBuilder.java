package dev.witloof.nats;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is needed to reach a server. Backends with equal settings share one connection, whatever they are used for.
 *
 * @param <B> the builder's own class
 */
public abstract sealed class NatsBuilder<B extends NatsBuilder<B>> permits StoreBuilder, NatsMessaging.Builder {

    /** Beyond are times that cannot be counted in nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private static final int STANDARD_PORT = 4222;

    private List<String> servers = List.of("127.0.0.1:" + STANDARD_PORT);
    private @Nullable String user;
    private @Nullable String password;
    private @Nullable String token;
    private @Nullable String credentials;
    private @Nullable SSLContext tls;
    private Duration connectTimeout = Duration.ofSeconds(1);
    private Duration callTimeout = Duration.ofSeconds(2);

    NatsBuilder() {}

    abstract B self();

    /**
     * Where the server is: {@code host}, {@code host:port}, or {@code [IPv6 address]:port}; by default
     * {@code 127.0.0.1:4222}. Of a cluster any servers may be named; it tells of the others itself.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public B address(String... addresses) {
        if (addresses.length == 0) {
            throw new IllegalArgumentException("address: expected host:port, found none");
        }
        servers = Arrays.stream(addresses).map(NatsBuilder::server).toList();
        return self();
    }

    private static String server(String address) {
        URI uri = uri("nats://" + address);
        if (uri == null
                || uri.getUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || !uri.getPath().isEmpty()) {
            throw new IllegalArgumentException("address: expected host:port, found something else");
        }
        return place(uri);
    }

    /**
     * Everything in one: {@code nats://user:password@host:port} or {@code nats://token@host:port}, of which only the host must
     * be there; {@code tls://} is TLS with the JVM's certificates, unless {@link #tls} is called.
     *
     * @throws IllegalArgumentException if it is anything else; it does not quote what was given
     */
    public B url(String url) {
        URI uri = uri(url);
        if (uri == null
                || !(uri.getScheme().equals("nats") || uri.getScheme().equals("tls"))
                || uri.getRawQuery() != null
                || !uri.getPath().matches("/?")) {
            throw new IllegalArgumentException(
                    "url: expected nats://user:password@host:port or tls://…, found something else");
        }
        servers = List.of(place(uri));
        String identity = uri.getRawUserInfo();
        if (identity != null) {
            int colon = identity.indexOf(':');
            token = colon < 0 ? decoded(identity) : null;
            user = colon < 0 ? null : decoded(identity.substring(0, colon));
            password = colon < 0 ? null : decoded(identity.substring(colon + 1));
        }
        if (uri.getScheme().equals("tls") && tls == null) {
            tls = standardTls();
        }
        return self();
    }

    /** A part of a URL, in which a colon stands as {@code %3A} and a plus as itself. */
    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String place(URI uri) {
        return uri.getHost() + ":" + (uri.getPort() < 0 ? STANDARD_PORT : uri.getPort());
    }

    /** Nothing if it has no host; what it looks like is told to nobody. */
    private static @Nullable URI uri(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() == null || uri.getScheme() == null || uri.getPort() == 0 || uri.getPort() > 65535
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

    /** Who we are. */
    public B user(String name) {
        user = name;
        return self();
    }

    /** How the {@link #user} shows it; no output has it. */
    public B password(String secret) {
        password = secret;
        return self();
    }

    /** A token in place of user and password; no output has it. */
    public B token(String secret) {
        token = secret;
        return self();
    }

    /**
     * In place of user and password the seed of an nkey ({@code SU…}), or the text of a file of credentials, which has a JWT
     * and a seed; no output has it.
     *
     * @throws IllegalArgumentException if it is neither; it does not quote what was given
     */
    public B credentials(String secret) {
        if (!SignedIdentity.isOne(secret)) {
            throw new IllegalArgumentException(
                    "credentials: expected the seed of an nkey or the text of a file of credentials, found something else");
        }
        credentials = secret;
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
     * How long a call may wait for the server; by default two seconds. Of a call that is many requests, such as a batch, a
     * listing or an object, each has this long.
     *
     * @throws IllegalArgumentException if it is not longer than nothing, or longer than 36,500 days
     */
    public B callTimeout(Duration timeout) {
        callTimeout = positive("callTimeout", timeout);
        return self();
    }

    static Duration positive(String what, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(what + ": expected longer than nothing, found " + time);
        }
        if (time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(what + ": expected 36500 days or less, found " + time.toDays());
        }
        return time;
    }

    final NatsSettings settings() {
        int ways = (user == null && password == null ? 0 : 1) + (token == null ? 0 : 1) + (credentials == null ? 0 : 1);
        if (ways > 1) {
            throw new IllegalArgumentException(
                    "NATS: expected one of user and password, token, and credentials, found " + ways);
        }
        return new NatsSettings(servers, user, password, token, credentials, tls, connectTimeout, callTimeout);
    }
}
