package dev.witloof.messaging.service;

import dev.witloof.host.ResultException;
import dev.witloof.messaging.wasmcloud.v0_2_0.Consumer;
import dev.witloof.messaging.wasmcloud.v0_2_0.Types;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code wasmcloud:messaging@0.2.0} over a service. */
record WasmcloudMessaging(CheckedMessaging messaging) implements Consumer, Types {

    @Override
    public void publish(BrokerMessage message) throws ResultException {
        try {
            messaging.publish(
                    new Message(message.subject(), message.body(), message.replyTo(), Optional.empty(), List.of()));
        } catch (MessagingException failure) {
            throw new ResultException(failure.text());
        }
    }

    @Override
    public BrokerMessage request(String subject, byte[] body, long timeoutMs) throws ResultException {
        try {
            Message reply = messaging
                    .request(Message.of(subject, body), Duration.ofMillis(timeoutMs), 1)
                    .get(0);
            return new BrokerMessage(reply.subject(), reply.body(), reply.replyTo());
        } catch (MessagingException failure) {
            throw new ResultException(failure.text());
        }
    }
}
