package dev.witloof.config;

import dev.witloof.error.InvalidException;
import dev.witloof.name.InterfaceName;
import dev.witloof.name.Printable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The backends that a file may name, by the ids under which the embedder registers them. Ids are their own names: that an
 * import is called like one means nothing. Immutable.
 *
 * <pre>{@code
 * BackendRegistry.builder()
 *     .register("in-memory", settings -> KeyValue.inMemory())
 *     .register("redis", settings -> Redis.keyValue(settings.secret("url").reveal()))
 *     .build()
 * }</pre>
 */
public final class BackendRegistry {

    private final Map<String, BackendFactory> factories;
    private final Map<String, String> defaults;
    private final Map<String, Consumer<Settings>> exports;

    private BackendRegistry(Builder builder) {
        factories = Collections.unmodifiableMap(new LinkedHashMap<>(builder.factories));
        defaults = Map.copyOf(builder.defaults);
        exports = Map.copyOf(builder.exports);
    }

    /** Nothing registered yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** The ids, in the order of their registration. */
    public Set<String> ids() {
        return factories.keySet();
    }

    Optional<BackendFactory> factory(String id) {
        return Optional.ofNullable(factories.get(id));
    }

    /** The id for an interface, without version, where a {@code hostInterfaces} entry names none. */
    Optional<String> defaultFor(String interfaceName) {
        return Optional.ofNullable(defaults.get(interfaceName));
    }

    /** Who reads the settings of an entry that selects an export of this interface, without version. */
    Optional<Consumer<Settings>> export(String interfaceName) {
        return Optional.ofNullable(exports.get(interfaceName));
    }

    /** Collects backends. */
    public static final class Builder {

        private final Map<String, BackendFactory> factories = new LinkedHashMap<>();
        private final Map<String, String> defaults = new LinkedHashMap<>();
        private final Map<String, Consumer<Settings>> exports = new LinkedHashMap<>();

        private Builder() {}

        /**
         * A backend under an id.
         *
         * @throws IllegalArgumentException if the id is empty, or registered already
         */
        public Builder register(String id, BackendFactory factory) {
            if (id.isEmpty() || factories.putIfAbsent(id, factory) != null) {
                throw new IllegalArgumentException("register: expected "
                        + (id.isEmpty()
                                ? "an id, found none"
                                : "each id once, found " + Printable.quoted(id) + " again"));
            }
            return this;
        }

        /**
         * The backend for entries of a {@code hostInterfaces} list that have this interface and name no backend.
         *
         * @param interfaceName without its version: {@code wasi:keyvalue/store}
         * @param id a registered id
         * @throws IllegalArgumentException if the name is no such name, or has a default already
         */
        public Builder byDefault(String interfaceName, String id) {
            return once(defaults, "byDefault", interfaceName, id);
        }

        /**
         * Reads the settings of entries of a {@code hostInterfaces} list that select an export of this interface and name no
         * backend, for the embedder who serves that export to the outside.
         *
         * @param interfaceName without its version: {@code wasi:http/incoming-handler}
         * @throws IllegalArgumentException if the name is no such name, or is read already
         */
        public Builder export(String interfaceName, Consumer<Settings> reader) {
            return once(exports, "export", interfaceName, reader);
        }

        private <T> Builder once(Map<String, T> map, String method, String interfaceName, T value) {
            String wrong;
            try {
                wrong = InterfaceName.parse(interfaceName).version().isPresent() ? "it has a version" : "";
            } catch (InvalidException invalid) {
                wrong = invalid.reason();
            }
            if (wrong.isEmpty() && map.putIfAbsent(interfaceName, value) != null) {
                wrong = "it is there already";
            }
            if (!wrong.isEmpty()) {
                throw new IllegalArgumentException(method + ": expected an interface without its version, once, found "
                        + Printable.quoted(interfaceName) + ": " + Printable.plain(wrong));
            }
            return this;
        }

        /**
         * The registry.
         *
         * @throws IllegalStateException if a default has an id that is not registered
         */
        public BackendRegistry build() {
            defaults.forEach((interfaceName, id) -> {
                if (!factories.containsKey(id)) {
                    throw new IllegalStateException("byDefault: expected a registered id for " + interfaceName
                            + ", found " + Printable.quoted(id));
                }
            });
            return new BackendRegistry(this);
        }
    }
}
