package dev.witloof.configuration;

import dev.witloof.configuration.v0_2_0_rc_1.Store;
import dev.witloof.host.Tuple2;
import dev.witloof.link.Backend;
import dev.witloof.name.ImportRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

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

    /**
     * The system's or other properties whose names begin with a prefix, without it.
     *
     * @param prefix such as {@code guest.}: of {@code guest.greeting} the key is {@code greeting}
     */
    public static Configuration ofProperties(Properties properties, String prefix) {
        Map<String, String> settings = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return startingWith(prefix, settings);
    }

    /**
     * The variables of an environment whose names begin with a prefix, without it and as they are written. The environment is handed in,
     * usually {@code System.getenv()}; none of it but these is seen by a component.
     *
     * @param prefix such as {@code GUEST_}: of {@code GUEST_GREETING} the key is {@code GREETING}
     */
    public static Configuration ofEnvironment(Map<String, String> environment, String prefix) {
        return startingWith(prefix, new TreeMap<>(environment));
    }

    private static Configuration startingWith(String prefix, Map<String, String> all) {
        Map<String, String> settings = new LinkedHashMap<>();
        all.forEach((key, value) -> {
            if (key.startsWith(prefix) && key.length() > prefix.length()) {
                settings.put(key.substring(prefix.length()), value);
            }
        });
        return of(settings);
    }

    /** One backend with other settings for each name of an import. */
    public static ConfigurationByName.Builder byName() {
        return new ConfigurationByName.Builder();
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
