package dev.witloof.redis;

import dev.witloof.messaging.service.Message;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A connection that replies come to, on subjects that nobody else has: one for each request, so that a reply that comes too late
 * is not taken for one of the next. For one request at a time; any thread may close it.
 */
final class Inbox implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final RedisSettings settings;
    private final Channels channels;
    private final RedisConnection connection;
    private final String start;
    private long number;

    private Inbox(RedisSettings settings, Channels channels, RedisConnection connection, String start) {
        this.settings = settings;
        this.channels = channels;
        this.connection = connection;
        this.start = start;
    }

    static Inbox open(RedisSettings settings, Channels channels, long deadline) throws RedisException {
        RedisConnection connection = RedisConnection.open(settings, deadline);
        byte[] secret = new byte[16];
        RANDOM.nextBytes(secret);
        Inbox inbox = new Inbox(
                settings, channels, connection, "_reply." + HexFormat.of().formatHex(secret));
        try {
            Connection client = connection.until(deadline);
            client.sendCommand(channels.subscribe(inbox.start + ".*"));
            client.getOne();
            return inbox;
        } catch (JedisException failure) {
            connection.close();
            throw RedisConnection.failure(settings, failure);
        }
    }

    boolean isGood() {
        return connection.isGood();
    }

    /** A subject for the replies to one request; those to the ones before are not waited for any more. */
    String next() {
        return start + "." + ++number;
    }

    /**
     * Waits for replies to the subject that was made last.
     *
     * @return as many as are expected, or those that came in time
     * @throws RedisException if the connection was lost or closed
     */
    List<Message> replies(int expected, long deadline) throws RedisException {
        List<Message> replies = new ArrayList<>();
        Connection client = connection.until(deadline);
        try {
            while (replies.size() < expected) {
                Received received = Received.next(client);
                Message reply = channels.received(start + "." + number, received.channel(), received.sent());
                if (reply != null) {
                    replies.add(reply);
                }
            }
        } catch (JedisConnectionException failure) {
            if (!isLate(failure)) {
                throw RedisConnection.failure(settings, failure);
            }
        } catch (JedisException failure) {
            throw RedisConnection.failure(settings, failure);
        }
        return replies;
    }

    private static boolean isLate(@Nullable Throwable failure) {
        return failure != null && (failure instanceof SocketTimeoutException || isLate(failure.getCause()));
    }

    @Override
    public void close() {
        connection.close();
    }
}
