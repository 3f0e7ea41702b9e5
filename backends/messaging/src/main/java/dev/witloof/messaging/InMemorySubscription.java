package dev.witloof.messaging;

import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.MessageHandler;
import dev.witloof.messaging.service.Subjects;
import dev.witloof.messaging.service.Subscription;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One handler, and what waits for it. Whoever brings a message while nobody is handing any over does so until none is left: the
 * handler has one at a time, and one that publishes to itself does not go deeper and deeper.
 */
final class InMemorySubscription implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(InMemorySubscription.class);

    private final String pattern;
    private final String group;
    private final MessageHandler handler;
    private final int maximumPending;
    private final Consumer<InMemorySubscription> onClose;
    private final Deque<Message> pending = new ArrayDeque<>();
    private boolean delivering;
    private boolean closed;

    /**
     * A subscription.
     *
     * @param group empty for none
     */
    InMemorySubscription(
            String pattern,
            String group,
            MessageHandler handler,
            int maximumPending,
            Consumer<InMemorySubscription> onClose) {
        this.pattern = pattern;
        this.group = group;
        this.handler = handler;
        this.maximumPending = maximumPending;
        this.onClose = onClose;
    }

    @Override
    public String pattern() {
        return pattern;
    }

    String group() {
        return group;
    }

    boolean takes(String subject) {
        return Subjects.matches(pattern, subject);
    }

    /** Whether there was room for it. */
    boolean offer(Message message) {
        synchronized (this) {
            if (closed) {
                return true;
            }
            if (pending.size() >= maximumPending) {
                return false;
            }
            pending.add(message);
            if (delivering) {
                return true;
            }
            delivering = true;
        }
        for (Message next = next(); next != null; next = next()) {
            try {
                handler.handle(next);
            } catch (RuntimeException failure) {
                // The publisher is not to blame. The message may hold a secret.
                LOG.warn(
                        "subscription to {}: the handler threw {}",
                        Subjects.quoted(pattern),
                        failure.getClass().getName());
            } catch (Error error) {
                stop();
                throw error;
            }
        }
        return true;
    }

    private synchronized @Nullable Message next() {
        Message next = pending.poll();
        delivering = next != null;
        return next;
    }

    /** Who brings the next message goes on. */
    private synchronized void stop() {
        delivering = false;
    }

    @Override
    public void close() {
        onClose.accept(this);
        synchronized (this) {
            closed = true;
            pending.clear();
        }
    }
}
