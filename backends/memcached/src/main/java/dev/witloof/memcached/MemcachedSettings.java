package dev.witloof.memcached;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * All that makes a client what it is; equal settings share one. The text shows no secret.
 *
 * @param host the host, without brackets
 * @param port the port
 * @param user who we are; {@code null} if nobody asks
 * @param password how we show it; {@code null} if nobody asks
 * @param connectTimeout how long a connection may take to be made
 * @param callTimeout how long a call may take, with all that it waits for
 * @param connections how many connections there are
 */
record MemcachedSettings(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        Duration connectTimeout,
        Duration callTimeout,
        int connections) {

    /** Host and port. */
    String address() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** For messages: {@code Memcached at 127.0.0.1:11211}. */
    @Override
    public String toString() {
        return "Memcached at " + address();
    }
}
