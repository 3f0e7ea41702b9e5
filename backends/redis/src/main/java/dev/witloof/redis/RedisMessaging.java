package dev.witloof.redis;

import dev.witloof.link.Connections;
import dev.witloof.messaging.service.MessagingBackend;
import dev.witloof.messaging.service.MessagingService;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Messages by the channels of a Redis server (pub/sub). */
public final class RedisMessaging extends MessagingBackend {

    private final RedisSettings settings;
    private final Channels channels;
    private final @Nullable Executor executor;

    private RedisMessaging(Builder builder) {
        this.settings = builder.settings();
        this.channels = new Channels(builder.prefix);
        this.executor = builder.executor;
    }

    /** {@code Redis messaging at 127.0.0.1:6379}. */
    @Override
    public String description() {
        return "Redis messaging at " + settings.address();
    }

    @Override
    public MessagingService open(Connections connections) throws Exception {
        return new RedisMessagingService(
                connections.open(settings, () -> RedisPool.open(settings)), channels, executor);
    }

    /** Collects the settings of a messaging system. */
    public static final class Builder extends RedisBuilder<Builder> {

        private @Nullable Executor executor;

        Builder() {}

        @Override
        Builder self() {
            return this;
        }

        /**
         * Whose threads read subscriptions, one for each as long as it lasts, and call its handler; without an executor there are
         * none. Sending and requesting needs none.
         */
        public Builder executor(Executor threads) {
            executor = threads;
            return this;
        }

        /** The messaging system; nothing is opened yet. */
        public RedisMessaging build() {
            return new RedisMessaging(this);
        }
    }
}
