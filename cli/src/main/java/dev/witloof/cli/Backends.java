package dev.witloof.cli;

import dev.witloof.blobstore.InMemoryBlobsFactory;
import dev.witloof.config.BackendRegistry;
import dev.witloof.config.Settings;
import dev.witloof.configuration.Configuration;
import dev.witloof.files.FilesFactory;
import dev.witloof.jdbc.JdbcFactory;
import dev.witloof.keyvalue.BoundedKeyValue;
import dev.witloof.keyvalue.InMemoryKeyValue;
import dev.witloof.keyvalue.KeyValue;
import dev.witloof.link.Backend;
import dev.witloof.logging.LogsFactory;
import dev.witloof.memcached.MemcachedFactory;
import dev.witloof.messaging.InMemoryMessagingFactory;
import dev.witloof.nats.NatsFactory;
import dev.witloof.redis.RedisFactory;
import dev.witloof.secrets.SecretsFactory;
import dev.witloof.wasi.http.client.OutgoingHttpFactory;
import java.util.function.Consumer;

/** The backends that a file of bindings may name here, and what they read. Each entry has one of its own. */
final class Backends {

    private Backends() {}

    static BackendRegistry registry() {
        return BackendRegistry.builder()
                .register("memory", Backends::memory)
                .register("in-memory", Backends::memory)
                .register("bounded", Backends::bounded)
                .register("redis", new RedisFactory())
                .register("jdbc", new JdbcFactory())
                .register("files", new FilesFactory())
                .register("memcached", new MemcachedFactory())
                .register("nats", new NatsFactory())
                .register("http-client", new OutgoingHttpFactory())
                .register("map", settings -> Configuration.of(settings.all()))
                .register("slf4j", new LogsFactory())
                .register("secrets", new SecretsFactory())
                .byDefault("wasi:config/store", "map")
                .byDefault("wasi:logging/logging", "slf4j")
                .build();
    }

    /** All that is had in memory: the import's interface decides. */
    private static Backend memory(Settings settings) {
        return inMemory(settings)
                .and(new InMemoryBlobsFactory().create(settings))
                .and(new InMemoryMessagingFactory().create(settings));
    }

    private static InMemoryKeyValue inMemory(Settings settings) {
        InMemoryKeyValue.Builder builder = InMemoryKeyValue.builder()
                .buckets(strings(settings, "buckets"))
                .readOnly(strings(settings, "readOnly"));
        number(settings, "pageSize", builder::pageSize);
        return builder.build();
    }

    private static BoundedKeyValue bounded(Settings settings) {
        BoundedKeyValue.Builder builder =
                KeyValue.bounded().buckets(strings(settings, "buckets")).readOnly(strings(settings, "readOnly"));
        number(settings, "pageSize", builder::pageSize);
        number(settings, "maximumBuckets", builder::maximumBuckets);
        settings.optionalInteger("maximumEntries").ifPresent(builder::maximumEntries);
        settings.optionalSize("maximumBytes").ifPresent(builder::maximumBytes);
        settings.optionalDuration("expireAfterWrite").ifPresent(builder::expireAfterWrite);
        settings.optionalDuration("expireAfterAccess").ifPresent(builder::expireAfterAccess);
        try {
            return builder.build();
        } catch (IllegalStateException e) {
            // Only of this class the file's error has the message.
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static String[] strings(Settings settings, String key) {
        return settings.strings(key).toArray(String[]::new);
    }

    private static void number(Settings settings, String key, Consumer<Integer> setting) {
        settings.optionalInteger(key).map(Settings::toInt).ifPresent(setting);
    }
}
