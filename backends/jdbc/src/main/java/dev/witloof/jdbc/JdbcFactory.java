package dev.witloof.jdbc;

import dev.witloof.config.BackendFactory;
import dev.witloof.config.Secret;
import dev.witloof.config.Settings;
import dev.witloof.link.Backend;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The id {@code jdbc} of files of bindings: keys and values or objects, as the import wants. It reads {@code url} (which may
 * have a password in it), {@code user}, {@code password}, {@code prefix}, {@code createTables}, {@code connectTimeout},
 * {@code callTimeout}, {@code maximumConnections}; {@code buckets} and {@code pageSize} for keys and values,
 * {@code keepRemoved} for objects. The driver has to be on the class path.
 */
public final class JdbcFactory implements BackendFactory {

    /** A factory. */
    public JdbcFactory() {}

    @Override
    public Backend create(Settings settings) {
        JdbcKeyValue.Builder keyValue = Jdbc.keyValue();
        JdbcBlobs.Builder blobs = Jdbc.blobs();
        Reading both = new Reading(settings, List.of(keyValue, blobs));
        String url = settings.secret("url").reveal();
        both.set("user", settings.optionalSecret("user").map(Secret::reveal), JdbcBuilder::user);
        both.set("password", settings.optionalSecret("password").map(Secret::reveal), JdbcBuilder::password);
        both.set("prefix", settings.optionalString("prefix"), JdbcBuilder::prefix);
        both.set("createTables", settings.optionalBool("createTables"), JdbcBuilder::createTables);
        both.set("connectTimeout", settings.optionalDuration("connectTimeout"), JdbcBuilder::connectTimeout);
        both.set("callTimeout", settings.optionalDuration("callTimeout"), JdbcBuilder::callTimeout);
        both.set(
                "maximumConnections",
                settings.optionalInteger("maximumConnections").map(Settings::toInt),
                JdbcBuilder::maximumConnections);
        keyValue.buckets(settings.strings("buckets").toArray(String[]::new));
        new Reading(settings, List.of(keyValue))
                .set(
                        "pageSize",
                        settings.optionalInteger("pageSize").map(Settings::toInt),
                        (ignored, keys) -> keyValue.pageSize(keys));
        new Reading(settings, List.of(blobs))
                .set(
                        "keepRemoved",
                        settings.optionalDuration("keepRemoved"),
                        (ignored, time) -> blobs.keepRemoved(time));
        try {
            return keyValue.url(url).build().and(blobs.url(url).build());
        } catch (IllegalStateException none) {
            if (settings.keys().contains("url")) {
                settings.refuse("url", String.valueOf(none.getMessage()));
            }
            return imports -> {
                throw none;
            };
        }
    }

    /**
     * Hands settings to builders.
     *
     * @param settings where they stand
     * @param builders whom they are for
     */
    private record Reading(Settings settings, List<JdbcBuilder<?>> builders) {

        <T> void set(String key, Optional<T> value, BiConsumer<JdbcBuilder<?>, T> to) {
            try {
                value.ifPresent(each -> builders.forEach(builder -> to.accept(builder, each)));
            } catch (IllegalArgumentException wrong) {
                settings.refuse(key, String.valueOf(wrong.getMessage()).replaceFirst("^" + key + ": ", ""));
            }
        }
    }
}
