package dev.witloof.redis;

import dev.witloof.config.BackendFactory;
import dev.witloof.config.Secret;
import dev.witloof.config.Settings;
import dev.witloof.link.Backend;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The id {@code redis} of files of bindings: key-value or messages, as the import wants. It reads {@code url} (which may have a
 * password in it) or {@code address}, {@code user}, {@code password}, {@code database}, {@code tls}; {@code prefix},
 * {@code buckets}, {@code connectTimeout}, {@code callTimeout}, {@code maximumConnections}.
 */
public final class RedisFactory implements BackendFactory {

    private final @Nullable Executor executor;

    /** Without subscriptions. */
    public RedisFactory() {
        this.executor = null;
    }

    /** Whose threads read subscriptions. */
    public RedisFactory(Executor executor) {
        this.executor = executor;
    }

    @Override
    public Backend create(Settings settings) {
        RedisKeyValue.Builder keyValue = Redis.keyValue();
        RedisMessaging.Builder messaging = Redis.messaging();
        Reading reading = new Reading(settings, List.of(keyValue, messaging));
        reading.set("url", settings.optionalSecret("url").map(Secret::reveal), RedisBuilder::url);
        reading.set("address", settings.optionalString("address"), RedisBuilder::address);
        if (settings.keys().containsAll(Set.of("url", "address"))) {
            settings.refuse("address", "expected url or address, found both");
        }
        reading.set("user", settings.optionalString("user"), RedisBuilder::user);
        reading.set("password", settings.optionalSecret("password").map(Secret::reveal), RedisBuilder::password);
        reading.set("database", settings.optionalInteger("database").map(Settings::toInt), RedisBuilder::database);
        reading.set("tls", settings.optionalBool("tls").filter(tls -> tls), (builder, tls) -> builder.tls());
        reading.set("prefix", settings.optionalString("prefix"), RedisBuilder::prefix);
        reading.set("connectTimeout", settings.optionalDuration("connectTimeout"), RedisBuilder::connectTimeout);
        reading.set("callTimeout", settings.optionalDuration("callTimeout"), RedisBuilder::callTimeout);
        reading.set(
                "maximumConnections",
                settings.optionalInteger("maximumConnections").map(Settings::toInt),
                RedisBuilder::maximumConnections);
        keyValue.buckets(settings.strings("buckets").toArray(String[]::new));
        if (executor != null) {
            messaging.executor(executor);
        }
        return keyValue.build().and(messaging.build());
    }

    /**
     * Hands each setting to both.
     *
     * @param settings where it stands
     * @param builders whom it is for
     */
    private record Reading(Settings settings, List<RedisBuilder<?>> builders) {

        interface To<T> {
            void set(RedisBuilder<?> builder, T value);
        }

        <T> void set(String key, Optional<T> value, To<T> to) {
            Consumer<T> both = each -> builders.forEach(builder -> to.set(builder, each));
            try {
                value.ifPresent(both);
            } catch (IllegalArgumentException wrong) {
                settings.refuse(key, String.valueOf(wrong.getMessage()).replaceFirst("^" + key + ": ", ""));
            }
        }
    }
}
