package dev.witloof.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** One connection, with the user logged in and the database chosen. For one thread at a time; any may close it. */
final class RedisConnection implements AutoCloseable {

    private final DeadlineSocket socket;
    private final Connection client;

    private RedisConnection(DeadlineSocket socket, Connection client) {
        this.socket = socket;
        this.client = client;
    }

    /**
     * Opens one.
     *
     * @param deadline when the call that wants it ends, as {@link System#nanoTime}
     * @throws RedisException if there is none within the time-out and by then
     */
    static RedisConnection open(RedisSettings settings, long deadline) throws RedisException {
        long connected =
                Math.min(deadline, System.nanoTime() + settings.connectTimeout().toNanos());
        DeadlineSocket socket = connected(settings, connected);
        try {
            Socket spoken = settings.tls() == null ? socket : secured(settings, settings.tls(), socket);
            Connection client = Connection.builder()
                    .socketFactory(() -> spoken)
                    .clientConfig(configuration(settings))
                    .build();
            return new RedisConnection(socket, client);
        } catch (IOException | RuntimeException e) {
            close(socket);
            throw e instanceof JedisDataException refused
                    ? RedisException.refused(settings, refused)
                    : RedisException.unreachable(settings, e);
        }
    }

    private static DeadlineSocket connected(RedisSettings settings, long deadline) throws RedisException {
        IOException failure = null;
        try {
            for (InetAddress address : InetAddress.getAllByName(settings.host())) {
                try {
                    return DeadlineSocket.connect(new InetSocketAddress(address, settings.port()), deadline);
                } catch (IOException e) {
                    failure = e;
                }
            }
        } catch (IOException unknownHost) {
            failure = unknownHost;
        }
        throw RedisException.unreachable(settings, failure == null ? new IOException() : failure);
    }

    @SuppressWarnings("resource") // closed with the socket beneath
    private static Socket secured(RedisSettings settings, SSLContext tls, Socket socket) throws IOException {
        SSLSocket secured =
                (SSLSocket) tls.getSocketFactory().createSocket(socket, settings.host(), settings.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the certificate has to be the host's
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    /** Nothing is asked of the server but what is needed: it may be old, or the user's rights few. */
    private static JedisClientConfig configuration(RedisSettings settings) {
        return DefaultJedisClientConfig.builder()
                .autoNegotiateProtocol(false)
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                .user(settings.user())
                .password(settings.password())
                .database(settings.database())
                .build();
    }

    /** The client library's own, which ends at this time, as {@link System#nanoTime}. */
    Connection until(long deadline) {
        socket.deadline(deadline);
        return client;
    }

    /** The same without an end. */
    Connection forEver() {
        return until(System.nanoTime() + Duration.ofDays(365_00).toNanos());
    }

    /** Whether it can be used, as far as is known here. */
    boolean isGood() {
        return !client.isBroken() && !socket.isClosed() && !socket.hasEnded();
    }

    @Override
    public void close() {
        close(socket);
    }

    private static void close(DeadlineSocket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // It is gone in any case.
        }
    }

    static RedisException failure(RedisSettings settings, JedisException failure) {
        return failure instanceof JedisDataException refused
                ? RedisException.refused(settings, refused)
                : RedisException.unanswered(settings, failure);
    }
}
