package dev.witloof.secrets;

import dev.witloof.secrets.v1_0_0.Store;
import org.jspecify.annotations.Nullable;

/** A secret that a guest has a handle to. The value goes with the handle. */
final class HeldSecret implements Store.Secret {

    private volatile @Nullable SecretValue value;

    HeldSecret(SecretValue value) {
        this.value = value;
    }

    SecretValue value() {
        SecretValue held = value;
        if (held == null) {
            throw new IllegalStateException("secret: expected one that is held, found one that was dropped");
        }
        return held;
    }

    @Override
    public void close() {
        value = null;
    }

    /** {@code secret}. */
    @Override
    public String toString() {
        return "secret";
    }
}
