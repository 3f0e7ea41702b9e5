package dev.witloof.messaging.service;

import dev.witloof.host.ResultException;
import dev.witloof.messaging.v0_2_0_draft.Producer;
import dev.witloof.messaging.v0_2_0_draft.RequestReply;
import dev.witloof.messaging.v0_2_0_draft.Types;
import dev.witloof.messaging.wasmcloud.v0_2_0.Consumer;
import dev.witloof.messaging.wasmcloud.v0_2_0.Types.BrokerMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** All interfaces of both packages over one service. */
final class GuestMessaging
        implements Consumer, dev.witloof.messaging.wasmcloud.v0_2_0.Types, Types, Producer, RequestReply {

    /** How many replies a guest may wait for: they are held until the last has come. */
    static final int MOST_REPLIES = 10_000;

    private final MessagingService service;

    GuestMessaging(MessagingService service) {
        this.service = service;
    }

    // wasmcloud:messaging

    @Override
    public void publish(BrokerMessage message) throws ResultException {
        try {
            publish(new Message(
                    message.subject(), message.body(), message.replyTo(), Optional.empty(), List.of()));
        } catch (MessagingException failure) {
            throw new ResultException(text(failure));
        }
    }

    @Override
    public BrokerMessage request(String subject, byte[] body, long timeoutMs) throws ResultException {
        try {
            Message reply = request(Message.of(subject, body), Duration.ofMillis(timeoutMs), 1)
                    .get(0);
            return new BrokerMessage(reply.subject(), reply.body(), reply.replyTo());
        } catch (MessagingException failure) {
            throw new ResultException(text(failure));
        }
    }

    // wasi:messaging

    @Override
    public Client clientConnect(String name) {
        return new GuestClient();
    }

    @Override
    public Types.Message newMessage(byte[] data) {
        return new GuestMessage(data);
    }

    @Override
    public void send(Client client, String topic, Types.Message message) throws ErrorException {
        try {
            GuestClient.requireConnected(client);
            publish(GuestMessage.message(topic, message));
        } catch (MessagingException failure) {
            throw new ErrorException(error(failure));
        }
    }

    @Override
    public RequestOptions newRequestOptions() {
        return new GuestRequestOptions();
    }

    @Override
    public List<Types.Message> request(
            Client client, String topic, Types.Message message, Optional<RequestOptions> options)
            throws ErrorException {
        GuestRequestOptions how = options.map(GuestRequestOptions.class::cast).orElseGet(GuestRequestOptions::new);
        try {
            GuestClient.requireConnected(client);
            return request(GuestMessage.message(topic, message), how.timeout(), how.expectedReplies()).stream()
                    .<Types.Message>map(GuestMessage::new)
                    .toList();
        } catch (MessagingException failure) {
            throw new ErrorException(error(failure));
        }
    }

    @Override
    public void reply(Types.Message replyTo, Types.Message message) throws ErrorException {
        try {
            publish(GuestMessage.message(GuestMessage.replySubject(replyTo), message));
        } catch (MessagingException failure) {
            throw new ErrorException(error(failure));
        }
    }

    // What they have in common

    private void publish(Message message) throws MessagingException {
        Subjects.check(message.subject());
        if (message.replyTo().isPresent()) {
            Subjects.check(message.replyTo().get());
        }
        service.publish(message);
    }

    private List<Message> request(Message message, Duration timeout, long expectedReplies) throws MessagingException {
        Subjects.check(message.subject());
        if (expectedReplies > MOST_REPLIES) {
            throw MessagingException.other(
                    "expected replies: expected at most " + MOST_REPLIES + ", found " + expectedReplies);
        }
        if (expectedReplies == 0) {
            service.publish(message);
            return List.of();
        }
        try {
            return service.request(message, timeout, (int) expectedReplies);
        } catch (InterruptedException interrupt) {
            // The guest's call is being ended, or the embedder's thread is: whoever asks next finds the interrupt.
            Thread.currentThread().interrupt();
            throw MessagingException.other("request: interrupted");
        }
    }

    private static String text(MessagingException failure) {
        return String.valueOf(failure.getMessage());
    }

    private static Error error(MessagingException failure) {
        return switch (failure.kind()) {
            case TIMEOUT -> new Error.Timeout();
            case CONNECTION -> new Error.Connection(text(failure));
            case PERMISSION_DENIED -> new Error.PermissionDenied(text(failure));
            case OTHER -> new Error.Other(text(failure));
        };
    }
}
