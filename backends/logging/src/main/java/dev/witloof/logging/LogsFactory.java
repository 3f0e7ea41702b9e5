package dev.witloof.logging;

import dev.witloof.config.BackendFactory;
import dev.witloof.config.Settings;

/** Makes logs by SLF4J of the settings {@code logger} and {@code maximumCharacters}. To be registered as {@code slf4j}. */
public final class LogsFactory implements BackendFactory {

    /** For a registry. */
    public LogsFactory() {}

    @Override
    public Logs create(Settings settings) {
        Logs.Builder builder = Logs.builder();
        settings.optionalString("logger").ifPresent(builder::logger);
        settings.optionalInteger("maximumCharacters")
                .ifPresent(number -> builder.maximumCharacters(
                        (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number))));
        return builder.build();
    }
}
