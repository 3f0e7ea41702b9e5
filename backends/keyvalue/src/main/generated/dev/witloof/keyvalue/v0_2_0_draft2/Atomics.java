// Made by witloof-bindings from wasi:keyvalue/atomics@0.2.0-draft2.
// SHA-256 of its declarations: 4946d58543ece78acab5ed5113232bf4dd3064514c497bf801e75d94b1c30c9a
// Changes made here are lost when it is made again.
package dev.witloof.keyvalue.v0_2_0_draft2;

import dev.witloof.host.WitInterface;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/**
 * Changes of one key that nobody sees half done.
 */
@WitInterface("wasi:keyvalue/atomics@0.2.0-draft2")
@NullMarked
public interface Atomics {
    /**
     * Looks at the value of a key.
     */
    Cas casNew(Store.Bucket bucket, String key) throws Store.ErrorException;

    /**
     * Adds to the number under a key and returns the sum. A key that is not there counts as 0.
     */
    long increment(Store.Bucket bucket, String key, long delta) throws Store.ErrorException;

    /**
     * Sets the value if it is still the one that the handle saw. The handle is used up.
     */
    void swap(Cas cas, byte[] value) throws CasErrorException;

    /**
     * A value as it was seen, to be swapped only if it is still the same.
     */
    interface Cas extends AutoCloseable {
        /**
         * The value that was seen, if there was one.
         */
        Optional<byte[]> current() throws Store.ErrorException;

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }

    /**
     * Why a value was not swapped.
     */
    sealed interface CasError {
        /**
         * The store failed.
         */
        record StoreError(Store.Error value) implements CasError {
        }

        /**
         * Someone else changed the value first. The new handle stands for the value as it is now.
         */
        record CasFailed(Cas value) implements CasError {
        }
    }

    /**
     * The failure of a function, with its error.
     */
    final class CasErrorException extends Exception {
        private static final long serialVersionUID = 1;

        private final transient CasError error;

        /**
         * A failure with this error.
         */
        public CasErrorException(CasError error) {
            super(String.valueOf(error));
            this.error = error;
        }

        /**
         * The error.
         */
        public CasError error() {
            return error;
        }
    }
}
