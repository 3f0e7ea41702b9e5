package dev.witloof.wasi.http.client;

import dev.witloof.config.BackendFactory;
import dev.witloof.config.Settings;
import dev.witloof.link.Backend;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The id {@code http-client} of files of bindings. It reads {@code allow}, {@code connectTimeout}, {@code firstByteTimeout},
 * {@code betweenBytesTimeout}, {@code idleTimeout}, {@code maximumConnections}, {@code maximumConnectionsPerDestination} and
 * {@code maximumHeaderBytes}.
 */
public final class OutgoingHttpFactory implements BackendFactory {

    /** Which makes backends of any settings. */
    public OutgoingHttpFactory() {}

    @Override
    public Backend create(Settings settings) {
        OutgoingHttpBuilder builder = OutgoingHttp.builder();
        List<String> allowed = settings.strings("allow");
        set(settings, "allow", Optional.of(allowed), all -> builder.allow(all.toArray(String[]::new)));
        set(settings, "connectTimeout", settings.optionalDuration("connectTimeout"), builder::connectTimeout);
        set(settings, "firstByteTimeout", settings.optionalDuration("firstByteTimeout"), builder::firstByteTimeout);
        set(
                settings,
                "betweenBytesTimeout",
                settings.optionalDuration("betweenBytesTimeout"),
                builder::betweenBytesTimeout);
        set(settings, "idleTimeout", settings.optionalDuration("idleTimeout"), builder::idleTimeout);
        number(
                settings,
                "maximumConnections",
                settings.optionalInteger("maximumConnections"),
                builder::maximumConnections);
        number(
                settings,
                "maximumConnectionsPerDestination",
                settings.optionalInteger("maximumConnectionsPerDestination"),
                builder::maximumConnectionsPerDestination);
        number(
                settings,
                "maximumHeaderBytes",
                settings.optionalSize("maximumHeaderBytes"),
                builder::maximumHeaderBytes);
        return builder.build();
    }

    /** A number that no builder takes stays one. */
    private static void number(Settings settings, String key, Optional<Long> value, Consumer<Integer> to) {
        set(
                settings,
                key,
                value.map(number -> (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number))),
                to);
    }

    private static <T> void set(Settings settings, String key, Optional<T> value, Consumer<T> to) {
        try {
            value.ifPresent(to);
        } catch (IllegalArgumentException wrong) {
            settings.refuse(key, String.valueOf(wrong.getMessage()).replaceFirst("^" + key + ": ", ""));
        }
    }
}
