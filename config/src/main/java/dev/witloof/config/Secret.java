package dev.witloof.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A value that no output may show: a type of its own, so that it cannot slip into a message. Nothing but {@link #reveal}
 * gives the value, and it is called where a backend hands it to what asks for it.
 */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** This value as a secret. */
    public static Secret of(String value) {
        return new Secret(value);
    }

    /** The value. */
    public String reveal() {
        return value;
    }

    /** Compares in a time that does not tell how much of the values is the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
    }

    private byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    /** The same for all secrets: a hash would tell something of the value. */
    @Override
    public int hashCode() {
        return 0;
    }

    /** {@code ***}. */
    @Override
    public String toString() {
        return "***";
    }
}
