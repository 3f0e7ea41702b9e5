package dev.witloof.nats;

import dev.witloof.link.Connections;
import dev.witloof.messaging.service.MessagingBackend;
import dev.witloof.messaging.service.MessagingService;

/** Messages by NATS: at most once, to those that are subscribed at the time. */
public final class NatsMessaging extends MessagingBackend {

    private final NatsSettings settings;

    private NatsMessaging(Builder builder) {
        this.settings = builder.settings();
    }

    /** {@code NATS messaging at 127.0.0.1:4222}. */
    @Override
    public String description() {
        return "NATS messaging at " + settings.address();
    }

    @Override
    public MessagingService open(Connections connections) throws Exception {
        return new NatsMessagingService(connections.open(settings, () -> NatsLink.open(settings)));
    }

    /** Collects the settings of a connection. */
    public static final class Builder extends NatsBuilder<Builder> {

        Builder() {}

        @Override
        Builder self() {
            return this;
        }

        /**
         * The messages; nothing is opened yet.
         *
         * @throws IllegalArgumentException if there is more than one way to say who we are
         */
        public NatsMessaging build() {
            return new NatsMessaging(this);
        }
    }
}
