package dev.witloof.secrets;

import dev.witloof.link.Backend;
import dev.witloof.name.ImportRef;
import dev.witloof.secrets.v1_0_0.Reveal;
import dev.witloof.secrets.v1_0_0.Store;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Secrets for components, {@code wasmcloud:secrets/store@1.0.0}: a component gets a handle to a secret, and hands it on without
 * seeing what it is. To see it, it needs {@code wasmcloud:secrets/reveal@1.0.0}, which is served only where that was
 * {@linkplain Builder#revealing said}; a component that imports it otherwise is not linked.
 *
 * <pre>{@code
 * Secrets secrets = Secrets.builder(SecretSource.files(Path.of("/run/secrets"))).keys("db-password").revealing().build();
 * }</pre>
 *
 * <p>No value stands in anything that this library prints or logs: wrappers that show values, and recordings, leave out what
 * {@code reveal} gives. What a component does with a value that it has seen is its own.
 */
public final class Secrets implements Backend {

    private final GuestSecrets secrets;
    private final boolean revealing;

    private Secrets(Builder builder) {
        secrets = new GuestSecrets(builder.source, Set.copyOf(builder.keys));
        revealing = builder.revealing;
    }

    /** Secrets of a source. */
    public static Builder builder(SecretSource source) {
        return new Builder(source);
    }

    /** {@code secrets}, or {@code secrets, revealing}. */
    @Override
    public String description() {
        return revealing ? "secrets, revealing" : "secrets";
    }

    @Override
    public List<Class<?>> serves() {
        return revealing ? List.of(Store.class, Reveal.class) : List.of(Store.class);
    }

    @Override
    public Started start(List<ImportRef> imports) {
        return importRef -> secrets;
    }

    /** Collects settings. */
    public static final class Builder {

        private final SecretSource source;
        private final Set<String> keys = new LinkedHashSet<>();
        private boolean revealing;

        private Builder(SecretSource source) {
            this.source = Objects.requireNonNull(source, "source");
        }

        /** The only keys that there are, whatever else the source has. By default all of the source may be had. */
        public Builder keys(String... only) {
            keys.addAll(List.of(only));
            return this;
        }

        /** Lets components see secrets. */
        public Builder revealing() {
            revealing = true;
            return this;
        }

        /** The backend. */
        public Secrets build() {
            return new Secrets(this);
        }
    }
}
