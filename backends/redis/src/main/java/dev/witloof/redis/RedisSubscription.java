package dev.witloof.redis;

import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.MessageHandler;
import dev.witloof.messaging.service.Subscription;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A subscription: a connection of its own, read by a thread of the embedder's executor until it is closed. A connection that
 * is lost is made anew.
 */
final class RedisSubscription implements Subscription, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Redis.class);
    private static final long PAUSE_MILLIS = 100;

    private final RedisSettings settings;
    private final Channels channels;
    private final String pattern;
    private final MessageHandler handler;
    private final Consumer<RedisSubscription> whenClosed;
    private final CompletableFuture<Void> subscribed = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ReentrantLock delivery = new ReentrantLock(); // held while the handler has a message
    private volatile @Nullable RedisConnection connection;

    RedisSubscription(
            RedisSettings settings,
            Channels channels,
            String pattern,
            MessageHandler handler,
            Consumer<RedisSubscription> whenClosed) {
        this.settings = settings;
        this.channels = channels;
        this.pattern = pattern;
        this.handler = handler;
        this.whenClosed = whenClosed;
    }

    /**
     * Waits until the server has confirmed it.
     *
     * @throws RedisException if it did not in time, or refused
     */
    void await() throws RedisException, InterruptedException {
        try {
            subscribed.get(settings.callTimeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RedisException refused) {
                throw refused;
            }
            throw RedisException.of(
                    RedisException.Kind.OTHER,
                    settings,
                    "expected a subscription, found it failed",
                    failure.getCause());
        } catch (TimeoutException late) {
            throw RedisException.of(
                    RedisException.Kind.LATE,
                    settings,
                    "expected a subscription within " + settings.callTimeout().toMillis()
                            + " ms, found none: the server did not answer, or the executor has no free thread",
                    late);
        }
    }

    @Override
    public void run() {
        long pause = 0;
        try {
            while (!closed.await(pause, TimeUnit.MILLISECONDS)) {
                try {
                    receive();
                } catch (RedisException | RuntimeException lost) {
                    // Only the first time somebody waits for it; what is lost later is made anew.
                    if (subscribed.completeExceptionally(lost)) {
                        return;
                    }
                    pause = PAUSE_MILLIS;
                }
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            closed.countDown();
            subscribed.completeExceptionally(interrupt);
        }
    }

    private void receive() throws RedisException {
        long deadline = System.nanoTime() + settings.callTimeout().toNanos();
        try (RedisConnection opened = RedisConnection.open(settings, deadline)) {
            connection = opened;
            if (isClosed()) {
                return;
            }
            Connection client = opened.until(deadline);
            client.sendCommand(channels.subscribe(pattern));
            client.getOne();
            subscribed.complete(null);
            opened.forEver();
            while (!isClosed()) {
                Received received = Received.next(client);
                deliver(channels.received(pattern, received.channel(), received.sent()));
            }
        } catch (JedisException failure) {
            throw RedisConnection.failure(settings, failure);
        }
    }

    private void deliver(@Nullable Message message) {
        if (message == null) {
            return;
        }
        delivery.lock();
        try {
            if (!isClosed()) {
                handler.handle(message);
            }
        } catch (RuntimeException mistake) {
            LOG.warn("the handler of {} failed: {}", pattern, mistake.getClass().getName());
        } finally {
            delivery.unlock();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public String pattern() {
        return pattern;
    }

    /** Waits for the handler if it has a message, unless it is the handler that calls this. */
    @Override
    public void close() {
        closed.countDown();
        whenClosed.accept(this);
        subscribed.completeExceptionally(
                RedisException.of(RedisException.Kind.UNREACHABLE, settings, "expected it open, found it closed"));
        RedisConnection open = connection;
        if (open != null) {
            open.close();
        }
        delivery.lock();
        delivery.unlock();
    }
}
