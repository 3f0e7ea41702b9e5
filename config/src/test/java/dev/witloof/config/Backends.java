package dev.witloof.config;

import dev.witloof.configuration.Configuration;
import dev.witloof.instance.Component;
import dev.witloof.keyvalue.KeyValue;
import dev.witloof.link.Backend;
import dev.witloof.link.Functions;
import dev.witloof.name.ImportRef;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** What the tests register, and the components that they plan. */
final class Backends {

    static final String STORE = "wasi:keyvalue/store@0.2.0-draft";

    private Backends() {}

    static BackendRegistry registry() {
        return builder().build();
    }

    static BackendRegistry.Builder builder() {
        return BackendRegistry.builder()
                .register("in-memory", settings -> KeyValue.inMemory())
                .register("bounded", settings -> {
                    var builder = KeyValue.bounded();
                    settings.optionalInteger("entries").ifPresent(builder::maximumEntries);
                    settings.optionalSize("bytes").ifPresent(builder::maximumBytes);
                    settings.optionalDuration("age").ifPresent(builder::expireAfterWrite);
                    return builder.build();
                })
                .register("map", settings -> Configuration.of(settings.all()))
                .register("server", settings -> {
                    settings.string("address");
                    settings.integer("pool");
                    settings.bool("tls");
                    settings.optionalSecret("password");
                    return KeyValue.inMemory();
                })
                .register("anything", settings -> new Anything());
    }

    /** Can be bound to any import, because it says nothing of itself. */
    static final class Anything implements Backend {

        @Override
        public Started start(List<ImportRef> imports) {
            return importRef -> Functions.of(f -> {});
        }
    }

    static Bindings load(String text) {
        return Bindings.load("bindings.yaml", text, registry(), SecretResolver.none());
    }

    static Component component(String guest) {
        try (InputStream in = Objects.requireNonNull(Backends.class.getResourceAsStream("/guests/" + guest), guest)) {
            return Component.load(in);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
