package dev.witloof.logging;

import dev.witloof.link.Backend;
import dev.witloof.logging.v0_1_0_draft.Logging;
import dev.witloof.name.ImportRef;
import java.util.List;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/**
 * What components log, by SLF4J: serves {@code wasi:logging/logging}, in version {@code 0.1.0-draft} and without a version, under
 * names and without. Any number of threads, deployments and imports may share one.
 *
 * <pre>{@code
 * Linker.builder().bind("orders").to(Logs.slf4j())      // logger dev.witloof.guest.orders
 * }</pre>
 *
 * <p>The logger is {@value #LOGGER}, for a named import with a dot and the name after it. Levels are SLF4J's own; {@code critical}
 * is an error with the marker {@value #CRITICAL}. A context goes along as the key-value pair {@code context}. What a component
 * says cannot break a line or forge one: control characters and what turns the direction of text are escaped, as are line
 * separators, and long texts are cut.
 */
public final class Logs implements Backend {

    /** The name of the logger of unnamed imports, and the beginning of those of named ones. */
    public static final String LOGGER = "dev.witloof.guest";

    /** The name of the marker of {@code critical}. */
    public static final String CRITICAL = "CRITICAL";

    private final String logger;
    private final int maximumCharacters;

    private Logs(Builder builder) {
        logger = builder.logger;
        maximumCharacters = builder.maximumCharacters;
    }

    /** By loggers whose names begin with {@value #LOGGER}. */
    public static Logs slf4j() {
        return builder().build();
    }

    /** Logs with settings of their own. */
    public static Builder builder() {
        return new Builder();
    }

    /** {@code SLF4J logging}. */
    @Override
    public String description() {
        return "SLF4J logging";
    }

    @Override
    public List<Class<?>> serves() {
        return List.of(Logging.class, UnversionedLogging.class);
    }

    @Override
    public Started start(List<ImportRef> imports) {
        return importRef -> new GuestLog(
                LoggerFactory.getLogger(importRef.isNamed() ? logger + "." + importRef.name() : logger),
                maximumCharacters);
    }

    /** Collects settings. */
    public static final class Builder {

        private String logger = LOGGER;
        private int maximumCharacters = 8_192;

        private Builder() {}

        /** The name of the logger of unnamed imports, and the beginning of those of named ones. */
        public Builder logger(String name) {
            logger = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * After how many characters a message is cut, by default 8,192; a context after 256, if that is less.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder maximumCharacters(int characters) {
            if (characters < 1) {
                throw new IllegalArgumentException("maximumCharacters: expected 1 or more, found " + characters);
            }
            maximumCharacters = characters;
            return this;
        }

        /** The backend. */
        public Logs build() {
            return new Logs(this);
        }
    }
}
