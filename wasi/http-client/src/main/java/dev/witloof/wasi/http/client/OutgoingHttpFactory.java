package dev.witloof.wasi.http.client;

import dev.witloof.config.BackendFactory;
import dev.witloof.config.Settings;
import dev.witloof.link.Backend;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The id {@code http-client} of files of bindings. It reads {@code allow}, {@code connectTimeout}, {@code firstByteTimeout},
 * {@code betweenBytesTimeout}, {@code idleTimeout}, {@code maximumConnections}, {@code maximumConnectionsPerDestination},
 * {@code maximumHeaderBytes}, {@code openRequests} and {@code fieldBytes}.
 */
public final class OutgoingHttpFactory implements BackendFactory {

    /** Which makes backends of any settings. */
    public OutgoingHttpFactory() {}

    @Override
    public Backend create(Settings settings) {
        OutgoingHttpBuilder builder = OutgoingHttp.builder();
        Reading reading = new Reading(settings);
        reading.set("allow", Optional.of(settings.strings("allow")), all -> builder.allow(all.toArray(String[]::new)));
        reading.set("connectTimeout", settings.optionalDuration("connectTimeout"), builder::connectTimeout);
        reading.set("firstByteTimeout", settings.optionalDuration("firstByteTimeout"), builder::firstByteTimeout);
        reading.set(
                "betweenBytesTimeout", settings.optionalDuration("betweenBytesTimeout"), builder::betweenBytesTimeout);
        reading.set("idleTimeout", settings.optionalDuration("idleTimeout"), builder::idleTimeout);
        reading.number(
                "maximumConnections", settings.optionalInteger("maximumConnections"), builder::maximumConnections);
        reading.number(
                "maximumConnectionsPerDestination",
                settings.optionalInteger("maximumConnectionsPerDestination"),
                builder::maximumConnectionsPerDestination);
        reading.number("maximumHeaderBytes", settings.optionalSize("maximumHeaderBytes"), builder::maximumHeaderBytes);
        reading.number("openRequests", settings.optionalInteger("openRequests"), builder::openRequests);
        reading.set("fieldBytes", settings.optionalSize("fieldBytes"), builder::fieldBytes);
        return builder.build();
    }

    /**
     * Hands each setting on.
     *
     * @param settings where it stands
     */
    private record Reading(Settings settings) {

        void number(String key, Optional<Long> value, Consumer<Integer> to) {
            set(key, value.map(Settings::toInt), to);
        }

        <T> void set(String key, Optional<T> value, Consumer<T> to) {
            try {
                value.ifPresent(to);
            } catch (IllegalArgumentException wrong) {
                settings.refuse(key, String.valueOf(wrong.getMessage()).replaceFirst("^" + key + ": ", ""));
            }
        }
    }
}
