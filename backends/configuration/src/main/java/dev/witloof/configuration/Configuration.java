package dev.witloof.configuration;

import dev.witloof.configuration.v0_2_0_rc_1.Store;
import dev.witloof.host.Tuple2;
import dev.witloof.link.Backend;
import dev.witloof.name.ImportRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings that serve {@code wasi:config/store@0.2.0-rc.1}, under a name and without. Immutable; any number of threads,
 * deployments and imports may share one.
 *
 * <pre>{@code
 * Linker.builder()
 *     .bindInterface("wasi:config/store@0.2.0-rc.1").to(Configuration.of(Map.of("greeting", "hello")))
 * }</pre>
 */
public final class Configuration implements Backend, Store {

    private final Map<String, String> settings;
    private final List<Tuple2<String, String>> all;

    private Configuration(Map<String, String> settings) {
        this.settings = settings;
        this.all = settings.entrySet().stream()
                .map(setting -> new Tuple2<>(setting.getKey(), setting.getValue()))
                .toList();
    }

    /**
     * A copy of these settings.
     *
     * @throws IllegalArgumentException if a key or a value is {@code null}
     */
    public static Configuration of(Map<String, String> settings) {
        Map<String, String> copy = new LinkedHashMap<>(settings);
        copy.forEach((key, value) -> {
            if (key == null || value == null) {
                throw new IllegalArgumentException(
                        key == null
                                ? "settings: expected keys, found null"
                                : "setting \"" + key + "\": expected a value, found null");
            }
        });
        return new Configuration(copy);
    }

    /** {@code configuration}. */
    @Override
    public String description() {
        return "configuration";
    }

    @Override
    public List<Class<?>> serves() {
        return List.of(Store.class);
    }

    @Override
    public Started start(List<ImportRef> imports) {
        return importRef -> this;
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    /** All keys and values, in the order of the map that was given. */
    @Override
    public List<Tuple2<String, String>> getAll() {
        return all;
    }
}
