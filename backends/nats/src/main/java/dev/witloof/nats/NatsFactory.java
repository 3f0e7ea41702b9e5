package dev.witloof.nats;

import dev.witloof.config.BackendFactory;
import dev.witloof.config.Secret;
import dev.witloof.config.Settings;
import dev.witloof.link.Backend;
import dev.witloof.nats.StoreBuilder.Storage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The id {@code nats} of files of bindings: key-value, blobs or messages, as the import wants. It reads {@code url} (which may
 * have a password or a token in it) or {@code address}, {@code user}, {@code password}, {@code token}, {@code credentials},
 * {@code tls}, {@code connectTimeout}, {@code callTimeout}; {@code prefix}, {@code buckets}, {@code containers},
 * {@code storage}, {@code replicas}, {@code timeToLive}, {@code pageSize}.
 */
public final class NatsFactory implements BackendFactory {

    /** Which makes backends of any settings. */
    public NatsFactory() {}

    @Override
    public Backend create(Settings settings) {
        NatsKeyValue.Builder keyValue = Nats.keyValue();
        NatsBlobs.Builder blobs = Nats.blobs();
        NatsMessaging.Builder messaging = Nats.messaging();
        connection(new Reading<>(settings, List.of(keyValue, blobs, messaging)));
        stored(new Reading<>(settings, List.of(keyValue, blobs)));
        keyValue.buckets(settings.strings("buckets").toArray(String[]::new));
        blobs.containers(settings.strings("containers").toArray(String[]::new));
        return keyValue.build().and(blobs.build()).and(messaging.build());
    }

    private static void connection(Reading<NatsBuilder<?>> reading) {
        Settings settings = reading.settings();
        reading.secret("url", NatsBuilder::url);
        List<String> addresses = settings.strings("address");
        reading.set(
                "address",
                addresses.isEmpty() ? Optional.empty() : Optional.of(addresses.toArray(String[]::new)),
                NatsBuilder::address);
        if (settings.keys().containsAll(Set.of("url", "address"))) {
            settings.refuse("address", "expected url or address, found both");
        }
        reading.set("user", settings.optionalString("user"), NatsBuilder::user);
        reading.secret("password", NatsBuilder::password);
        reading.secret("token", NatsBuilder::token);
        reading.secret("credentials", NatsBuilder::credentials);
        reading.set("tls", settings.optionalBool("tls").filter(tls -> tls), (builder, tls) -> builder.tls());
        reading.set("connectTimeout", settings.optionalDuration("connectTimeout"), NatsBuilder::connectTimeout);
        reading.set("callTimeout", settings.optionalDuration("callTimeout"), NatsBuilder::callTimeout);
    }

    private static void stored(Reading<StoreBuilder<?>> reading) {
        Settings settings = reading.settings();
        reading.set("prefix", settings.optionalString("prefix"), StoreBuilder::prefix);
        reading.set("storage", settings.optionalString("storage"), NatsFactory::storage);
        reading.set("replicas", settings.optionalInteger("replicas").map(Settings::toInt), StoreBuilder::replicas);
        reading.set("timeToLive", settings.optionalDuration("timeToLive"), StoreBuilder::timeToLive);
        reading.set("pageSize", settings.optionalInteger("pageSize").map(Settings::toInt), StoreBuilder::pageSize);
    }

    private static void storage(StoreBuilder<?> builder, String kind) {
        if (!kind.equals("file") && !kind.equals("memory")) {
            throw new IllegalArgumentException("storage: expected file or memory, found another");
        }
        builder.storage(kind.equals("file") ? Storage.FILE : Storage.MEMORY);
    }

    /**
     * Hands each setting to several builders.
     *
     * @param <B> what they have in common
     * @param settings where it stands
     * @param builders whom it is for
     */
    private record Reading<B>(Settings settings, List<? extends B> builders) {

        void secret(String key, BiConsumer<B, String> to) {
            set(key, settings.optionalSecret(key).map(Secret::reveal), to);
        }

        <T> void set(String key, Optional<T> value, BiConsumer<B, T> to) {
            try {
                value.ifPresent(each -> builders.forEach(builder -> to.accept(builder, each)));
            } catch (IllegalArgumentException wrong) {
                settings.refuse(key, String.valueOf(wrong.getMessage()).replaceFirst("^" + key + ": ", ""));
            }
        }
    }
}
