package dev.witloof.messaging;

import dev.witloof.messaging.Delivery.Outcome;
import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.MessageHandler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages of one subscription on their way to a handler: a queue with a bound, and so many threads of the executor at most
 * that empty it.
 */
final class Lane implements MessageHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final String pattern;
    private final PooledHandler handler;
    private final LaneRules rules;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Message> pending = new ArrayDeque<>();
    private final Set<Thread> working = new HashSet<>();
    private int workers;
    private boolean closing;

    Lane(String pattern, PooledHandler handler, LaneRules rules) {
        this.pattern = pattern;
        this.handler = handler;
        this.rules = rules;
    }

    @Override
    public void handle(Message message) {
        String dropped = "";
        boolean begin = false;
        lock.lock();
        try {
            waitForRoom();
            if (closing) {
                dropped = "the subscriptions were closed";
            } else if (pending.size() >= rules.queue()) {
                dropped = "expected room for it, found " + rules.queue() + " messages waiting";
            } else {
                pending.add(message);
                begin = workers < rules.atOnce();
                workers += begin ? 1 : 0;
            }
        } finally {
            lock.unlock();
        }
        if (!dropped.isEmpty()) {
            tell(message, Duration.ZERO, new Outcome.Dropped(dropped));
        }
        if (begin) {
            begin();
        }
    }

    private void waitForRoom() {
        long left = rules.waitForRoom().toNanos();
        try {
            while (pending.size() >= rules.queue() && !closing && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin() {
        try {
            rules.executor().execute(this::work);
        } catch (RejectedExecutionException rejected) {
            Message message = next();
            while (message != null) {
                tell(message, Duration.ZERO, new Outcome.Failed(rejected));
                message = next();
            }
        }
    }

    private void work() {
        lock.lock();
        try {
            working.add(Thread.currentThread());
        } finally {
            lock.unlock();
        }
        for (Message message = next(); message != null; message = next()) {
            long from = System.nanoTime();
            Outcome outcome;
            try {
                outcome = handler.handle(message);
            } catch (Error error) {
                tell(message, Duration.ofNanos(System.nanoTime() - from), new Outcome.Failed(error));
                end();
                throw error;
            }
            tell(message, Duration.ofNanos(System.nanoTime() - from), outcome);
        }
    }

    /** The next message; if there is none, this thread is done. */
    private @Nullable Message next() {
        lock.lock();
        try {
            Message message = pending.poll();
            if (message == null) {
                end();
            }
            changed.signalAll();
            return message;
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            workers--;
            working.remove(Thread.currentThread());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void tell(Message message, Duration took, Outcome outcome) {
        try {
            rules.listener().delivered(new Delivery(pattern, handler.export(), message, took, outcome));
        } catch (RuntimeException failure) {
            LOG.warn("a listener of deliveries threw {}", failure.getClass().getName());
        }
    }

    /** Takes no more messages. */
    void stop() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the handlers have done all that waits, at most so long; then drops what still waits. A handler that calls this
     * does not wait for itself.
     *
     * @return how many handlers still have a message
     */
    int drain(long deadline) throws InterruptedException {
        Deque<Message> left;
        int busy;
        lock.lock();
        try {
            int own = working.contains(Thread.currentThread()) ? 1 : 0;
            long nanos = deadline - System.nanoTime();
            while (workers > own && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            busy = workers - own;
            left = new ArrayDeque<>(pending);
            pending.clear();
        } finally {
            lock.unlock();
        }
        left.forEach(message -> tell(message, Duration.ZERO, new Outcome.Dropped("the subscriptions were closed")));
        return busy;
    }
}
