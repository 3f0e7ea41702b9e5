package dev.witloof.memcached;

import dev.witloof.config.BackendFactory;
import dev.witloof.config.Secret;
import dev.witloof.config.Settings;
import dev.witloof.link.Backend;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The id {@code memcached} of files of bindings. It reads {@code address}, {@code user}, {@code password}; {@code prefix},
 * {@code buckets}, {@code connectTimeout}, {@code callTimeout}, {@code connections}; and {@code tls}, which it refuses.
 */
public final class MemcachedFactory implements BackendFactory {

    /** The factory. */
    public MemcachedFactory() {}

    @Override
    public Backend create(Settings settings) {
        MemcachedKeyValue.Builder builder = Memcached.keyValue();
        set(settings, "address", settings.optionalString("address"), builder::address);
        set(settings, "connectTimeout", settings.optionalDuration("connectTimeout"), builder::connectTimeout);
        set(settings, "callTimeout", settings.optionalDuration("callTimeout"), builder::callTimeout);
        set(
                settings,
                "connections",
                settings.optionalInteger("connections").map(Settings::toInt),
                builder::connections);
        settings.optionalString("prefix").ifPresent(builder::prefix);
        builder.buckets(settings.strings("buckets").toArray(String[]::new));
        if (settings.optionalBool("tls").orElse(false)) {
            settings.refuse("tls", "expected no TLS, which the client library xmemcached does not speak, found true");
        }
        Optional<String> user = settings.optionalString("user");
        Optional<Secret> password = settings.optionalSecret("password");
        if (user.isPresent() && password.isPresent()) {
            builder.user(user.get()).password(password.get().reveal());
        } else if (user.isPresent() || password.isPresent()) {
            settings.refuse(user.isPresent() ? "user" : "password", "expected user and password, found one of them");
        }
        return builder.build();
    }

    private static <T> void set(Settings settings, String key, Optional<T> value, Consumer<T> setting) {
        try {
            value.ifPresent(setting);
        } catch (IllegalArgumentException wrong) {
            settings.refuse(key, String.valueOf(wrong.getMessage()).replaceFirst("^" + key + ": ", ""));
        }
    }
}
