package dev.witloof.nats;

import io.nats.client.Connection;
import io.nats.client.ConnectionListener;
import io.nats.client.Consumer;
import io.nats.client.ErrorListener;
import io.nats.client.Message;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the client library tells of a connection: it is logged, without what it says, and told to the calls that wait. The
 * library itself would let a request to a lost server, or one that is forbidden, run into its time-out.
 */
final class LinkEvents implements ErrorListener, ConnectionListener {

    private static final Logger LOG = LoggerFactory.getLogger(LinkEvents.class);
    private static final String VIOLATION = "permissions violation for publish to \"";

    /** The library tells of a change a moment after it, or before. */
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(100);

    private final NatsSettings settings;
    private final Map<CompletableFuture<Message>, String> waiting = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int attempts;
    private volatile boolean lost;
    private volatile boolean closing;
    private volatile int told;
    private volatile String forbidden = "";

    LinkEvents(NatsSettings settings) {
        this.settings = settings;
    }

    /** From now on it is no news that there is no connection. */
    void closing() {
        closing = true;
    }

    /** What has been told so far; to be asked for before a request is sent. */
    int told() {
        return told;
    }

    /** From now on an answer is waited for, and from when that was told so far. */
    void await(CompletableFuture<Message> answer, String subject, int toldBefore) {
        waiting.put(answer, subject);
        if (told != toldBefore) {
            if (lost) {
                answer.completeExceptionally(NatsFailure.disconnected(settings));
            } else if (forbidden.equals(subject)) {
                answer.completeExceptionally(denied());
            }
        }
    }

    /** It is not any more. */
    void forget(CompletableFuture<Message> answer) {
        waiting.remove(answer);
    }

    /**
     * Waits until there is a connection, as long as one is being made: the library tries again and again, and whoever comes
     * while it does gets one whole attempt.
     */
    void awaitConnection(Connection connection, long deadline) throws NatsFailure {
        if (connection.getStatus() == Connection.Status.CONNECTED) {
            return;
        }
        lock.lock();
        try {
            int enough = attempts + 2;
            while (connection.getStatus() != Connection.Status.CONNECTED) {
                long left = deadline - System.nanoTime();
                if (connection.getStatus() == Connection.Status.CLOSED || attempts >= enough || left <= 0) {
                    throw NatsFailure.disconnected(settings);
                }
                changed.awaitNanos(Math.min(left, BETWEEN_LOOKS));
            }
        } catch (InterruptedException interrupt) {
            throw NatsFailure.interrupted(settings, interrupt);
        } finally {
            lock.unlock();
        }
    }

    @Override
    @Deprecated
    public void connectionEvent(Connection connection, Events event) {
        switch (event) {
            case DISCONNECTED, CLOSED -> {
                countAttempt();
                if (note(true) && !closing) {
                    LOG.warn("{}: the connection is gone", settings);
                }
                waiting.keySet().forEach(each -> each.completeExceptionally(NatsFailure.disconnected(settings)));
            }
            case RECONNECTED -> {
                note(false);
                LOG.info("{}: there is a connection again", settings);
            }
            case CONNECTED, RESUBSCRIBED, DISCOVERED_SERVERS, LAME_DUCK -> LOG.debug("{}: {}", settings, event);
        }
    }

    /** The library tells of each attempt that failed as it tells of a loss. */
    private void countAttempt() {
        lock.lock();
        try {
            attempts++;
        } finally {
            lock.unlock();
        }
    }

    /** Whether that is news. */
    private boolean note(boolean isLost) {
        lock.lock();
        try {
            boolean news = lost != isLost;
            lost = isLost;
            told++;
            changed.signalAll();
            return news;
        } finally {
            lock.unlock();
        }
    }

    /** The server's error, which may quote a subject: of it only what stands before that is logged. */
    @Override
    public void errorOccurred(Connection connection, String error) {
        int quote = error.indexOf('"');
        LOG.warn(
                "{}: the server says {}",
                settings,
                quote < 0 ? error : error.substring(0, quote).trim());
        String subject = forbidden(error);
        forbidden = subject;
        note(lost);
        waiting.forEach((answer, of) -> {
            if (of.equals(subject)) {
                answer.completeExceptionally(denied());
            }
        });
    }

    private NatsFailure denied() {
        return NatsFailure.of(NatsFailure.Kind.DENIED, settings, "expected permission, found none");
    }

    private static String forbidden(String error) {
        int end = error.lastIndexOf('"');
        return error.regionMatches(true, 0, VIOLATION, 0, VIOLATION.length()) && end > VIOLATION.length()
                ? error.substring(VIOLATION.length(), end)
                : "";
    }

    @Override
    public void exceptionOccurred(Connection connection, Exception exception) {
        LOG.debug("{}: {}", settings, exception.getClass().getName());
    }

    @Override
    public void slowConsumerDetected(Connection connection, Consumer consumer) {
        LOG.warn("{}: messages come faster than they are handled, and are dropped", settings);
    }

    @Override
    public void socketWriteTimeout(Connection connection) {
        LOG.warn("{}: the server takes nothing any more", settings);
    }
}
