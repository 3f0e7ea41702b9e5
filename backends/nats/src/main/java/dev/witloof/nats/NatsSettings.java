package dev.witloof.nats;

import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * All that makes a connection what it is; equal settings share one. The text shows no secret.
 *
 * @param servers host and port of each server of the cluster that is known beforehand
 * @param user who we are; {@code null} if that is told otherwise, or nobody asks
 * @param password how the user shows it
 * @param token a token in place of a user
 * @param credentials a key's seed, or the text of a file of credentials, in place of both
 * @param tls how TLS is spoken; {@code null} if it is not
 * @param connectTimeout how long a connection may take to be made
 * @param callTimeout how long a call may take
 */
record NatsSettings(
        List<String> servers,
        @Nullable String user,
        @Nullable String password,
        @Nullable String token,
        @Nullable String credentials,
        @Nullable SSLContext tls,
        Duration connectTimeout,
        Duration callTimeout) {

    /** Host and port. */
    String address() {
        return String.join(",", servers);
    }

    /** For messages: {@code NATS at 127.0.0.1:4222}. */
    @Override
    public String toString() {
        return "NATS at " + address();
    }
}
