package dev.witloof.nats;

import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamOptions;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.PushSubscribeOptions;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import java.io.IOException;
import java.time.Duration;

/** Reads the messages of a stream from the first to the last, in order, at the pace of the reader. */
final class StreamReading {

    /** Takes a message, and says whether it wants more. */
    interface Taking {
        boolean take(Message message) throws NatsFailure;
    }

    private StreamReading() {}

    /**
     * Reads until nothing more is wanted. What JetStream says of how many are to follow is not relied on: it counts wrong where
     * messages are removed meanwhile.
     *
     * @param subject of which subjects, with wildcards
     * @param headersOnly whether bodies are left out
     * @param first from which number in the stream on
     * @param patience how long to wait for a message
     * @return whether nothing more is wanted; else none came for that time, or there was none to begin with
     */
    static boolean until(
            JetStreamApi api, String subject, boolean headersOnly, long first, Duration patience, Taking taking)
            throws NatsFailure {
        NatsLink link = api.link();
        NatsSettings settings = link.settings();
        link.awaitConnection();
        ConsumerConfiguration.Builder consumer = ConsumerConfiguration.builder()
                .filterSubject(subject)
                .ackPolicy(AckPolicy.None)
                .deliverPolicy(DeliverPolicy.ByStartSequence)
                .startSequence(Math.max(first, 1))
                .memStorage(true)
                .headersOnly(headersOnly);
        try {
            JetStreamSubscription subscription = link.connection()
                    .jetStream(JetStreamOptions.builder()
                            .requestTimeout(settings.callTimeout())
                            .build())
                    .subscribe(
                            null,
                            PushSubscribeOptions.builder().stream(api.stream())
                                    .ordered(true)
                                    .configuration(consumer.build())
                                    .build());
            try {
                if (subscription.getConsumerInfo().getCalculatedPending() == 0) {
                    return false;
                }
                while (true) {
                    Message message = subscription.nextMessage(patience);
                    if (message == null) {
                        return false;
                    }
                    if (!taking.take(message)) {
                        return true;
                    }
                }
            } finally {
                end(api, subscription);
            }
        } catch (IOException | JetStreamApiException | IllegalStateException failure) {
            throw NatsFailure.thrown(settings, failure);
        } catch (InterruptedException interrupt) {
            throw NatsFailure.interrupted(settings, interrupt);
        }
    }

    private static void end(JetStreamApi api, JetStreamSubscription subscription) {
        try {
            String consumer = subscription.getConsumerName();
            subscription.unsubscribe();
            api.removeConsumer(consumer);
        } catch (NatsFailure | IllegalStateException ignored) {
            // The connection is gone, and the server forgets who reads.
        }
    }
}
