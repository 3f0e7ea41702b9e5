package dev.witloof.messaging;

import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.MessageHandler;
import dev.witloof.messaging.service.MessagingException;
import dev.witloof.messaging.service.MessagingService;
import dev.witloof.messaging.service.Replies;
import dev.witloof.messaging.service.Subjects;
import dev.witloof.messaging.service.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One user of messages in memory: closing it ends what it subscribed, and nothing of others. */
final class InMemoryConnection implements MessagingService {

    private final Subscribers subscribers;
    private final Set<InMemorySubscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final Set<Replies> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    InMemoryConnection(Subscribers subscribers) {
        this.subscribers = subscribers;
    }

    @Override
    public void publish(Message message) throws MessagingException {
        requireOpen();
        subscribers.publish(message);
    }

    @Override
    public List<Message> request(Message message, Duration timeout, int expectedReplies)
            throws MessagingException, InterruptedException {
        Replies replies = new Replies(expectedReplies);
        waiting.add(replies);
        try (Subscription inbox = subscribe(subscribers.inbox(), replies)) {
            if (!subscribers.publish(message.withReplyTo(inbox.pattern()))) {
                throw MessagingException.noResponders(message.subject());
            }
            return replies.await(timeout);
        } finally {
            waiting.remove(replies);
        }
    }

    @Override
    public Subscription subscribe(String pattern, MessageHandler handler) throws MessagingException {
        return subscribe(pattern, "", handler);
    }

    @Override
    public Subscription subscribe(String pattern, String group, MessageHandler handler) throws MessagingException {
        Subjects.checkPattern(pattern);
        InMemorySubscription subscription =
                new InMemorySubscription(pattern, group, handler, subscribers.maximumPending(), this::ended);
        subscriptions.add(subscription);
        subscribers.add(subscription);
        if (closed) {
            subscription.close();
        }
        requireOpen();
        return subscription;
    }

    private void ended(InMemorySubscription subscription) {
        subscribers.remove(subscription);
        subscriptions.remove(subscription);
    }

    private void requireOpen() throws MessagingException {
        if (closed) {
            throw MessagingException.connection("in-memory messaging: expected to be open, found closed");
        }
    }

    @Override
    public void check() throws MessagingException {
        requireOpen();
    }

    @Override
    public void close() {
        closed = true;
        waiting.forEach(Replies::lost);
        new ArrayList<>(subscriptions).forEach(InMemorySubscription::close);
    }
}
