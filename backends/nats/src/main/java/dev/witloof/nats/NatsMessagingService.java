package dev.witloof.nats;

import dev.witloof.link.Connections;
import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.MessageHandler;
import dev.witloof.messaging.service.MessagingException;
import dev.witloof.messaging.service.MessagingService;
import dev.witloof.messaging.service.Subscription;
import dev.witloof.nats.NatsLink.Pending;
import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.api.ServerInfo;
import io.nats.client.impl.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Messaging over a connection. Handlers are called by one thread of the client library, which all subscriptions share. */
final class NatsMessagingService implements MessagingService {

    private static final Duration LONGEST = Duration.ofDays(365);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final int NO_RESPONDERS = 503;
    private static final int SIGNED = 0xFF80;

    private final Connections.Lease<NatsLink> lease;
    private final NatsLink link;
    private final Set<Pending> waiting = ConcurrentHashMap.newKeySet();
    private final Set<NatsSubscription> subscriptions = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private @Nullable Dispatcher dispatcher;

    NatsMessagingService(Connections.Lease<NatsLink> lease) {
        this.lease = lease;
        this.link = lease.get();
    }

    @Override
    public void publish(Message message) throws MessagingException {
        try {
            requireOpen();
            link.publish(message.subject(), message.replyTo().orElse(null), headers(message), message.body());
        } catch (NatsFailure failure) {
            throw error(failure, message.subject());
        }
    }

    private static @Nullable Headers headers(Message message) {
        return HeaderText.headers(message.contentType(), message.metadata());
    }

    private void requireOpen() throws NatsFailure {
        if (closed) {
            throw NatsFailure.disconnected(link.settings());
        }
    }

    private static MessagingException error(NatsFailure failure, String subject) {
        String text = String.valueOf(failure.getMessage());
        return switch (failure.kind()) {
            case CONNECTION -> MessagingException.connection(text, failure);
            case TIMEOUT -> MessagingException.timeout(text);
            case NO_RESPONDERS -> MessagingException.noResponders(subject);
            case DENIED -> MessagingException.permissionDenied(text);
            case REFUSED, IMPOSSIBLE, INTERRUPTED -> MessagingException.other(text, failure);
        };
    }

    @Override
    public List<Message> request(Message message, Duration timeout, int expectedReplies)
            throws MessagingException, InterruptedException {
        Duration bounded = timeout.compareTo(LONGEST) < 0 ? timeout : LONGEST;
        try {
            requireOpen();
            return expectedReplies == 1 ? List.of(one(message, bounded)) : several(message, bounded, expectedReplies);
        } catch (NatsFailure failure) {
            if (failure.kind() == NatsFailure.Kind.INTERRUPTED && Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (failure.kind() == NatsFailure.Kind.TIMEOUT) {
                throw MessagingException.timeout(
                        link.settings() + ": expected a reply within " + timeout.toMillis() + " ms, found none");
            }
            throw error(failure, message.subject());
        }
    }

    private Message one(Message message, Duration timeout) throws NatsFailure {
        Pending pending = link.send(message.subject(), headers(message), message.body(), timeout);
        waiting.add(pending);
        try {
            if (closed) {
                link.giveUp(pending);
            }
            return received(link.await(pending));
        } finally {
            waiting.remove(pending);
        }
    }

    private List<Message> several(Message message, Duration timeout, int expected)
            throws NatsFailure, InterruptedException {
        Connection connection = link.connection();
        ServerInfo server = link.server();
        long deadline = System.nanoTime() + timeout.toNanos();
        String inbox = connection.createInbox();
        List<Message> replies = new ArrayList<>();
        try {
            io.nats.client.Subscription subscription = connection.subscribe(inbox);
            try {
                link.publish(message.subject(), inbox, headers(message), message.body());
                while (replies.size() < expected) {
                    Duration left = Duration.ofNanos(deadline - System.nanoTime());
                    if (left.isNegative() || left.isZero()) {
                        break;
                    }
                    io.nats.client.Message reply =
                            subscription.nextMessage(left.compareTo(BETWEEN_LOOKS) < 0 ? left : BETWEEN_LOOKS);
                    boolean lost = connection.getStatus() != Connection.Status.CONNECTED
                            || connection.getServerInfo() != server;
                    if (reply == null && (closed || lost)) {
                        throw NatsFailure.disconnected(link.settings());
                    }
                    if (reply != null && isNoResponders(reply)) {
                        throw NatsFailure.of(NatsFailure.Kind.NO_RESPONDERS, link.settings(), "nobody");
                    }
                    if (reply != null) {
                        replies.add(received(reply));
                    }
                }
            } finally {
                subscription.unsubscribe();
            }
        } catch (IllegalStateException lost) {
            throw NatsFailure.disconnected(link.settings());
        }
        if (replies.isEmpty()) {
            throw NatsFailure.late(link.settings());
        }
        return replies;
    }

    private static boolean isNoResponders(io.nats.client.Message reply) {
        return reply.isStatusMessage() && reply.getStatus().getCode() == NO_RESPONDERS;
    }

    /** A message as it came. */
    static Message received(io.nats.client.Message message) {
        Headers headers = message.getHeaders();
        byte[] body = message.getData();
        return new Message(
                subject(message.getSubject()),
                body == null ? new byte[0] : body,
                Optional.ofNullable(message.getReplyTo()).map(NatsMessagingService::subject),
                HeaderText.contentType(headers),
                HeaderText.metadata(headers));
    }

    /** The library makes a character of each byte of UTF-8 in a subject, with its sign. */
    private static String subject(String received) {
        if (received.chars().noneMatch(c -> c >= SIGNED)) {
            return received;
        }
        byte[] bytes = new byte[received.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) received.charAt(i);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public Subscription subscribe(String pattern, MessageHandler handler) throws MessagingException {
        return subscribed(pattern, null, handler);
    }

    @Override
    public Subscription subscribe(String pattern, String group, MessageHandler handler) throws MessagingException {
        return subscribed(pattern, group, handler);
    }

    private Subscription subscribed(String pattern, @Nullable String group, MessageHandler handler)
            throws MessagingException {
        try {
            requireOpen();
            link.awaitConnection();
            NatsSubscription subscription =
                    NatsSubscription.open(link, dispatcher(), pattern, group, handler, subscriptions::remove);
            subscriptions.add(subscription);
            if (closed) {
                subscription.close();
            }
            return subscription;
        } catch (NatsFailure failure) {
            throw error(failure, pattern);
        }
    }

    private synchronized Dispatcher dispatcher() throws NatsFailure {
        requireOpen();
        Dispatcher known = dispatcher;
        if (known != null) {
            return known;
        }
        try {
            Dispatcher made = link.connection().createDispatcher();
            dispatcher = made;
            return made;
        } catch (IllegalStateException lost) {
            throw NatsFailure.disconnected(link.settings());
        }
    }

    @Override
    public void check() throws Exception {
        link.check();
    }

    @Override
    public void close() throws Exception {
        Dispatcher ended;
        synchronized (this) {
            closed = true;
            ended = dispatcher;
            dispatcher = null;
        }
        subscriptions.forEach(NatsSubscription::close);
        waiting.forEach(link::giveUp);
        try {
            if (ended != null) {
                link.connection().closeDispatcher(ended);
            }
        } catch (IllegalStateException gone) {
            // With the connection its dispatchers went.
        } finally {
            lease.close();
        }
    }
}
