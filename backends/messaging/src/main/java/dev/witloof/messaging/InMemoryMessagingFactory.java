package dev.witloof.messaging;

import dev.witloof.config.BackendFactory;
import dev.witloof.config.Settings;

/**
 * Makes messages in memory of the settings {@code maximumBodyBytes} and {@code maximumPending}; each entry's are its own. To be
 * registered as {@code memory}, alone or with other backends in memory.
 */
public final class InMemoryMessagingFactory implements BackendFactory {

    /** For a registry. */
    public InMemoryMessagingFactory() {}

    @Override
    public InMemoryMessaging create(Settings settings) {
        InMemoryMessaging.Builder builder = InMemoryMessaging.builder();
        settings.optionalSize("maximumBodyBytes").map(Settings::toInt).ifPresent(builder::maximumBodyBytes);
        settings.optionalInteger("maximumPending").map(Settings::toInt).ifPresent(builder::maximumPending);
        return builder.build();
    }
}
