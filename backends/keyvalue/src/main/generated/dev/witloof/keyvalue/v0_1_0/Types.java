// Made by witloof-bindings from witloof:keyvalue/types@0.1.0.
// SHA-256 of its declarations: ea8706516b383cbd4da0e563309a19407ad9521eb231f3b2736603b353022555
// Changes made here are lost when it is made again.
package dev.witloof.keyvalue.v0_1_0;

import dev.witloof.host.WitInterface;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/**
 * What the other interfaces share.
 */
@WitInterface("witloof:keyvalue/types@0.1.0")
@NullMarked
public interface Types {
    /**
     * Keys and their values, by whatever name the store calls such a collection.
     */
    interface Bucket extends AutoCloseable {
        /**
         * The value of a key, or nothing if the key is not there.
         */
        Optional<byte[]> get(String key) throws ErrorException;

        /**
         * Sets the value of a key, whether it is there or not unless the options say otherwise.
         */
        void set(String key, byte[] value, Optional<SetOptions> options) throws ErrorException;

        /**
         * Removes a key; if it is not there, nothing happens.
         */
        void delete(String key) throws ErrorException;

        /**
         * Whether the key is there.
         */
        boolean exists(String key) throws ErrorException;

        /**
         * A page of the keys that begin with {@code prefix}: the first, or the one that begins at a page's cursor. All
         * pages need the same prefix.
         */
        KeyResponse listKeys(Optional<String> prefix, Optional<String> cursor) throws
                ErrorException;

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }

    /**
     * Why an operation did not succeed. Later versions may add cases.
     */
    sealed interface Error {
        /**
         * There is no bucket of this name.
         */
        record NoSuchStore() implements Error {
        }

        /**
         * This component may not use the bucket, whether it exists or not.
         */
        record AccessDenied() implements Error {
        }

        /**
         * An argument makes no sense, such as a swap without any condition.
         */
        record InvalidArgument() implements Error {
        }

        /**
         * A condition did not hold, such as {@code if-not-exists} for a key that is there.
         */
        record PreconditionFailed() implements Error {
        }

        /**
         * It took too long.
         */
        record Timeout() implements Error {
        }

        /**
         * The store cannot be reached at present; trying again may help.
         */
        record StoreUnavailable() implements Error {
        }

        /**
         * A quota is used up, or calls come too fast.
         */
        record QuotaExceeded() implements Error {
        }

        /**
         * Anything else, as a text for people.
         */
        record Other(String value) implements Error {
        }
    }

    /**
     * One page of keys.
     *
     * @param keys The keys of this page, in no promised order.
     * @param cursor Where the next page begins; nothing after the last.
     */
    record KeyResponse(List<String> keys, Optional<String> cursor) {
    }

    /**
     * How a key is set.
     *
     * @param ttlMs After how many milliseconds the key disappears; nothing for never. A store that cannot do that
     * must fail.
     * @param ifNotExists Set only a key that is not there; else fail with {@code precondition-failed}.
     */
    record SetOptions(Optional<Long> ttlMs, boolean ifNotExists) {
    }

    /**
     * The failure of a function, with its error.
     */
    final class ErrorException extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Error error;

        /**
         * A failure with this error.
         */
        public ErrorException(Error error) {
            super(String.valueOf(error));
            this.error = error;
        }

        /**
         * The error.
         */
        public Error error() {
            return error;
        }
    }
}
