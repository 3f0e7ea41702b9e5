package dev.witloof.redis;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The connections to one server for calls: made when they are needed, kept, at most so many. It has no thread: a connection that
 * the server closed is noticed when it is to be used. A call ends within its time-out, whatever it waits for.
 */
final class RedisPool implements AutoCloseable {

    private final RedisSettings settings;
    private final Semaphore free;
    private final ConcurrentLinkedDeque<RedisConnection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    /**
     * What is done with a connection.
     *
     * @param <T> what comes of it
     */
    interface Command<T> {
        T on(Connection connection);
    }

    RedisPool(RedisSettings settings) {
        this.settings = settings;
        this.free = new Semaphore(settings.maximumConnections());
    }

    /**
     * A pool whose server has answered.
     *
     * @throws RedisException if it does not
     */
    static RedisPool open(RedisSettings settings) throws RedisException {
        RedisPool pool = new RedisPool(settings);
        try {
            pool.check();
            return pool;
        } catch (RedisException | RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    RedisSettings settings() {
        return settings;
    }

    /** Asks the server for a sign of life. */
    void check() throws RedisException {
        repeatable(connection -> connection.executeCommand(Protocol.Command.PING));
    }

    /** A command that may be carried out twice: if the connection breaks, it is tried on another. */
    <T> T repeatable(Command<T> command) throws RedisException {
        return call(command, true);
    }

    /** A command of which nobody knows, when the connection breaks, whether it was carried out; it is not tried again. */
    <T> T once(Command<T> command) throws RedisException {
        return call(command, false);
    }

    private <T> T call(Command<T> command, boolean repeatable) throws RedisException {
        long deadline = System.nanoTime() + settings.callTimeout().toNanos();
        take(deadline);
        try {
            RedisConnection kept = kept();
            if (kept != null) {
                try {
                    return use(kept, command, deadline);
                } catch (JedisConnectionException broken) {
                    boolean isOver = deadline - System.nanoTime() <= 0
                            || Thread.currentThread().isInterrupted();
                    if (!repeatable || isOver) {
                        throw broken;
                    }
                }
            }
            return use(RedisConnection.open(settings, deadline), command, deadline);
        } catch (JedisException failure) {
            throw RedisConnection.failure(settings, failure);
        } finally {
            free.release();
        }
    }

    private void take(long deadline) throws RedisException {
        try {
            if (!free.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw RedisException.of(
                        RedisException.Kind.LATE,
                        settings,
                        "expected a free connection within "
                                + settings.callTimeout().toMillis() + " ms, found all "
                                + settings.maximumConnections() + " in use");
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw RedisException.of(
                    RedisException.Kind.OTHER, settings, "expected a free connection, found an interrupt", interrupt);
        }
    }

    private @Nullable RedisConnection kept() throws RedisException {
        if (closed) {
            throw RedisException.of(RedisException.Kind.UNREACHABLE, settings, "expected it open, found it closed");
        }
        RedisConnection connection = idle.pollFirst();
        while (connection != null && !connection.isGood()) {
            connection.close();
            connection = idle.pollFirst();
        }
        return connection;
    }

    private <T> T use(RedisConnection connection, Command<T> command, long deadline) {
        boolean good = false;
        try {
            T result = command.on(connection.until(deadline));
            good = true;
            return result;
        } catch (JedisDataException error) {
            good = true; // the answer was read to its end
            throw error;
        } finally {
            if (good) {
                keep(connection);
            } else {
                connection.close();
            }
        }
    }

    private void keep(RedisConnection connection) {
        idle.addFirst(connection);
        if (closed) {
            closeIdle();
        }
    }

    private void closeIdle() {
        for (RedisConnection each = idle.pollFirst(); each != null; each = idle.pollFirst()) {
            each.close();
        }
    }

    /** Closes the connections, those in use when their call has ended. */
    @Override
    public void close() {
        closed = true;
        closeIdle();
    }
}
