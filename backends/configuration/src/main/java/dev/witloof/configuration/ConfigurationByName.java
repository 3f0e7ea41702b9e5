package dev.witloof.configuration;

import dev.witloof.configuration.v0_2_0_rc_1.Store;
import dev.witloof.link.Backend;
import dev.witloof.name.ImportRef;
import dev.witloof.name.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One backend with settings for each name of an import. A name that it has no settings for is an error of the start: nothing
 * falls back to other settings unasked.
 *
 * <pre>{@code
 * Linker.builder().bind("eu", "us").to(Configuration.byName()
 *         .named("eu", Configuration.of(Map.of("currency", "EUR")))
 *         .named("us", Configuration.ofEnvironment(System.getenv(), "US_"))
 *         .build())
 * }</pre>
 */
public final class ConfigurationByName implements Backend {

    private final Map<String, Configuration> named;
    private final @Nullable Configuration unnamed;

    private ConfigurationByName(Builder builder) {
        named = new LinkedHashMap<>(builder.named);
        unnamed = builder.unnamed;
    }

    /** {@code configuration by name}. */
    @Override
    public String description() {
        return "configuration by name";
    }

    @Override
    public List<Class<?>> serves() {
        return List.of(Store.class);
    }

    /**
     * Finds the settings of each import.
     *
     * @throws IllegalArgumentException if there are none for one
     */
    @Override
    public Started start(List<ImportRef> imports) {
        imports.forEach(this::of);
        return this::of;
    }

    private Configuration of(ImportRef importRef) {
        Configuration found = importRef.isNamed() ? named.get(importRef.name()) : unnamed;
        if (found == null) {
            List<String> known = new ArrayList<>();
            named.keySet().stream().map(Printable::quoted).forEach(known::add);
            if (unnamed != null) {
                known.add("the unnamed import");
            }
            throw new IllegalArgumentException("import " + Printable.quoted(importRef.name())
                    + ": expected settings for it, found those for "
                    + known.stream().collect(Collectors.joining(", ")));
        }
        return found;
    }

    /** Collects settings. */
    public static final class Builder {

        private final Map<String, Configuration> named = new LinkedHashMap<>();
        private @Nullable Configuration unnamed;

        Builder() {}

        /**
         * The settings of imports of this name.
         *
         * @throws IllegalArgumentException if it has some already
         */
        public Builder named(String name, Configuration settings) {
            if (named.putIfAbsent(name, settings) != null) {
                throw new IllegalArgumentException(
                        "named: expected each name once, found " + Printable.quoted(name) + " again");
            }
            return this;
        }

        /**
         * The settings of unnamed imports.
         *
         * @throws IllegalArgumentException if they have some already
         */
        public Builder unnamed(Configuration settings) {
            if (unnamed != null) {
                throw new IllegalArgumentException("unnamed: expected to be said once, found again");
            }
            unnamed = settings;
            return this;
        }

        /**
         * The backend.
         *
         * @throws IllegalStateException if there are no settings at all
         */
        public ConfigurationByName build() {
            if (named.isEmpty() && unnamed == null) {
                throw new IllegalStateException("configuration by name: expected settings, found none");
            }
            return new ConfigurationByName(this);
        }
    }
}
