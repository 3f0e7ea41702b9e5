// Made by witloof-bindings from wasmcloud:secrets/store@1.0.0.
// SHA-256 of its declarations: 848faf0a8a78017fbeb35f7278c2a74ee7340fcb5621681a650b920bd8d29962
// Changes made here are lost when it is made again.
package dev.witloof.secrets.v1_0_0;

import dev.witloof.host.WitInterface;
import org.jspecify.annotations.NullMarked;

/**
 * Secrets by key.
 */
@WitInterface("wasmcloud:secrets/store@1.0.0")
@NullMarked
public interface Store {
    /**
     * The secret under a key.
     */
    Secret get(String key) throws SecretsErrorException;

    /**
     * A secret that is not seen: only {@code reveal} shows its value.
     */
    interface Secret extends AutoCloseable {
        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }

    /**
     * What is kept secret.
     */
    sealed interface SecretValue {
        /**
         * A text.
         */
        record String(java.lang.String value) implements SecretValue {
        }

        /**
         * Bytes.
         */
        record Bytes(byte[] value) implements SecretValue {
        }
    }

    /**
     * Why a secret could not be had.
     */
    sealed interface SecretsError {
        /**
         * The source of the secrets failed, with a text for people.
         */
        record Upstream(String value) implements SecretsError {
        }

        /**
         * Reading failed, with a text for people.
         */
        record Io(String value) implements SecretsError {
        }

        /**
         * There is no such secret.
         */
        record NotFound() implements SecretsError {
        }
    }

    /**
     * The failure of a function, with its error.
     */
    final class SecretsErrorException extends Exception {
        private static final long serialVersionUID = 1;

        private final transient SecretsError error;

        /**
         * A failure with this error.
         */
        public SecretsErrorException(SecretsError error) {
            super(String.valueOf(error));
            this.error = error;
        }

        /**
         * The error.
         */
        public SecretsError error() {
            return error;
        }
    }
}
