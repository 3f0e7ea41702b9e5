package dev.witloof.redis;

import dev.witloof.link.Connections;
import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.MessageHandler;
import dev.witloof.messaging.service.MessagingException;
import dev.witloof.messaging.service.MessagingService;
import dev.witloof.messaging.service.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/** Messages by Redis's channels. */
final class RedisMessagingService implements MessagingService {

    private final Connections.Lease<RedisPool> pool;
    private final RedisSettings settings;
    private final Channels channels;
    private final @Nullable Executor executor;
    private final Semaphore requests;
    private final ConcurrentLinkedDeque<Inbox> idle = new ConcurrentLinkedDeque<>();
    private final Set<AutoCloseable> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * A service over a pool, which is closed with it.
     *
     * @param executor who reads subscriptions, if there may be some
     */
    RedisMessagingService(Connections.Lease<RedisPool> pool, Channels channels, @Nullable Executor executor) {
        this.pool = pool;
        this.settings = pool.get().settings();
        this.channels = channels;
        this.executor = executor;
        this.requests = new Semaphore(settings.maximumConnections());
    }

    @Override
    public void publish(Message message) throws MessagingException {
        send(message);
    }

    /** Gives the number of subscribers that it went to. */
    private long send(Message message) throws MessagingException {
        CommandArguments arguments = new CommandArguments(Command.PUBLISH)
                .add(channels.channel(message.subject()))
                .add(Envelope.of(message));
        try {
            return (Long) pool.get().once(connection -> connection.executeCommand(arguments));
        } catch (RedisException failure) {
            throw error(failure);
        }
    }

    @Override
    public List<Message> request(Message message, Duration timeout, int expectedReplies)
            throws MessagingException, InterruptedException {
        long began = System.nanoTime();
        if (!requests.tryAcquire(settings.callTimeout().toNanos(), TimeUnit.NANOSECONDS)) {
            throw MessagingException.timeout(settings + ": expected fewer than " + settings.maximumConnections()
                    + " requests at once, found no end of one");
        }
        Inbox inbox = null;
        boolean good = false;
        try {
            inbox = inbox();
            if (send(message.withReplyTo(inbox.next())) == 0) {
                good = true;
                throw MessagingException.noResponders(message.subject());
            }
            List<Message> replies = inbox.replies(expectedReplies, end(began, timeout));
            good = replies.size() == expectedReplies;
            if (replies.isEmpty()) {
                throw MessagingException.timeout(
                        "request: expected a reply within " + timeout.toMillis() + " ms, found none");
            }
            return replies;
        } catch (RedisException failure) {
            if (Thread.interrupted()) {
                throw new InterruptedException("request");
            }
            throw error(failure);
        } finally {
            if (inbox != null) {
                keepOrClose(inbox, good);
            }
            requests.release();
        }
    }

    /** Half of all time is an end that comparing with the clock does not mistake for the past. */
    private static long end(long began, Duration timeout) {
        long most = Long.MAX_VALUE / 2;
        return began + (timeout.compareTo(Duration.ofNanos(most)) > 0 ? most : timeout.toNanos());
    }

    private Inbox inbox() throws RedisException {
        for (Inbox kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            if (kept.isGood()) {
                return kept;
            }
            keepOrClose(kept, false);
        }
        Inbox made = Inbox.open(
                settings, channels, System.nanoTime() + settings.callTimeout().toNanos());
        register(made);
        return made;
    }

    private void keepOrClose(Inbox inbox, boolean good) {
        if (good) {
            idle.addFirst(inbox);
        } else {
            open.remove(inbox);
            inbox.close();
        }
    }

    /** What is registered is closed with the service, also if that is being closed meanwhile. */
    private void register(AutoCloseable each) {
        open.add(each);
        if (closed) {
            closeOpen();
        }
    }

    @Override
    public Subscription subscribe(String pattern, MessageHandler handler) throws MessagingException {
        if (executor == null) {
            throw MessagingException.other(
                    "subscribe: expected an executor in the settings of " + settings + ", found none");
        }
        RedisSubscription subscription = new RedisSubscription(settings, channels, pattern, handler, open::remove);
        boolean good = false;
        try {
            register(subscription);
            executor.execute(subscription);
            subscription.await();
            good = true;
        } catch (RejectedExecutionException full) {
            throw MessagingException.other("subscribe: expected an executor with a free thread, found it refuse", full);
        } catch (RedisException failure) {
            throw error(failure);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw MessagingException.other("subscribe: interrupted", interrupt);
        } finally {
            if (!good) {
                subscription.close();
            }
        }
        return subscription;
    }

    private static MessagingException error(RedisException failure) {
        String text = String.valueOf(failure.getMessage());
        return failure.kind() == RedisException.Kind.DENIED
                ? MessagingException.permissionDenied(text)
                : MessagingException.connection(text, failure);
    }

    @Override
    public void check() throws Exception {
        pool.get().check();
    }

    @Override
    public void close() throws Exception {
        closed = true;
        closeOpen();
        pool.close();
    }

    private void closeOpen() {
        for (AutoCloseable each : open) {
            open.remove(each);
            try {
                each.close();
            } catch (Exception impossible) {
                throw new AssertionError(impossible); // neither an inbox nor a subscription throws
            }
        }
    }
}
