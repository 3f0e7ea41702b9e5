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
        settings.optionalSize("maximumBodyBytes").ifPresent(bytes -> builder.maximumBodyBytes(exact(bytes)));
        settings.optionalInteger("maximumPending").ifPresent(number -> builder.maximumPending(exact(number)));
        return builder.build();
    }

    /** A number that no builder takes stays one. */
    private static int exact(long number) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
    }
}
