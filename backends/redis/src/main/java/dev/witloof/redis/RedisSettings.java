package dev.witloof.redis;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * All that makes a pool of connections what it is; equal settings share one. The text shows no secret.
 *
 * @param host the host, without brackets
 * @param port the port
 * @param user who we are; {@code null} is the server's default user
 * @param password how we show it; {@code null} if nobody asks
 * @param database the number of the database
 * @param tls how TLS is spoken; {@code null} if it is not
 * @param connectTimeout how long a connection may take to be made
 * @param callTimeout how long a call may take, with all that it waits for
 * @param maximumConnections how many connections there may be
 */
record RedisSettings(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        int database,
        @Nullable SSLContext tls,
        Duration connectTimeout,
        Duration callTimeout,
        int maximumConnections) {

    /** Host and port. */
    String address() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** For messages: {@code Redis at 127.0.0.1:6379}. */
    @Override
    public String toString() {
        return "Redis at " + address();
    }
}
