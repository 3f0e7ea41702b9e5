package dev.witloof.messaging.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The replies to one request, for services that have no such thing of their own: subscribed to a subject that nobody else
 * knows, before the request is sent.
 */
public final class Replies implements MessageHandler {

    private final int expected;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Message> replies = new ArrayList<>();
    private boolean lost;

    /** For so many replies; further ones are dropped. */
    public Replies(int expected) {
        this.expected = expected;
    }

    @Override
    public void handle(Message reply) {
        lock.lock();
        try {
            if (replies.size() < expected) {
                replies.add(reply);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The connection is lost or closed: no more will come. */
    public void lost() {
        lock.lock();
        try {
            lost = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until there are enough, or the time is up.
     *
     * @return those that came, one or more
     * @throws MessagingException {@code TIMEOUT} if none came in time, {@code CONNECTION} if none came before the connection
     *     was lost
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public List<Message> await(Duration timeout) throws MessagingException, InterruptedException {
        long left = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (replies.size() < expected && !lost && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (replies.isEmpty()) {
                throw lost
                        ? MessagingException.connection("no reply: the connection was closed")
                        : MessagingException.timeout("no reply within " + timeout.toMillis() + " ms");
            }
            return List.copyOf(replies);
        } finally {
            lock.unlock();
        }
    }
}
