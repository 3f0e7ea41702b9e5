package dev.witloof.messaging.service;

import dev.witloof.messaging.v0_2_0_draft.Producer;
import dev.witloof.messaging.v0_2_0_draft.RequestReply;
import dev.witloof.messaging.v0_2_0_draft.Types;
import java.util.List;
import java.util.Optional;

/** {@code wasi:messaging@0.2.0-draft} over a service. */
record WasiMessaging(CheckedMessaging messaging) implements Types, Producer, RequestReply {

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
            messaging.publish(GuestMessage.message(topic, message));
        } catch (MessagingException failure) {
            throw error(failure);
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
            return messaging
                    .request(GuestMessage.message(topic, message), how.timeout(), how.expectedReplies())
                    .stream()
                    .<Types.Message>map(GuestMessage::new)
                    .toList();
        } catch (MessagingException failure) {
            throw error(failure);
        }
    }

    @Override
    public void reply(Types.Message replyTo, Types.Message message) throws ErrorException {
        try {
            messaging.publish(GuestMessage.message(GuestMessage.replySubject(replyTo), message));
        } catch (MessagingException failure) {
            throw error(failure);
        }
    }

    private static ErrorException error(MessagingException failure) {
        return new ErrorException(
                switch (failure.kind()) {
                    case TIMEOUT -> new Error.Timeout();
                    case CONNECTION -> new Error.Connection(failure.text());
                    case PERMISSION_DENIED -> new Error.PermissionDenied(failure.text());
                    case OTHER -> new Error.Other(failure.text());
                });
    }
}
