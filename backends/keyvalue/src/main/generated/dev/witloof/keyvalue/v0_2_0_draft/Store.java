// Made by witloof-bindings from wasi:keyvalue/store@0.2.0-draft.
// SHA-256 of its declarations: f114b450829d814b2b45b45c394bad19434cbe74ac5548fb868cc835e3494bc4
// Changes made here are lost when it is made again.
package dev.witloof.keyvalue.v0_2_0_draft;

import dev.witloof.host.WitInterface;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/**
 * Buckets, and values by key. Who wrote a value reads it or a newer one; others may see it later.
 */
@WitInterface("wasi:keyvalue/store@0.2.0-draft")
@NullMarked
public interface Store {
    /**
     * The bucket of this name.
     */
    Bucket open(String identifier) throws ErrorException;

    /**
     * Keys and their values, by whatever name the store calls such a collection.
     */
    interface Bucket extends AutoCloseable {
        /**
         * The value of a key, or nothing if the key is not there.
         */
        Optional<byte[]> get(String key) throws ErrorException;

        /**
         * Sets the value of a key, whether it is there or not.
         */
        void set(String key, byte[] value) throws ErrorException;

        /**
         * Removes a key; if it is not there, nothing happens.
         */
        void delete(String key) throws ErrorException;

        /**
         * Whether the key is there.
         */
        boolean exists(String key) throws ErrorException;

        /**
         * A page of keys: the first, or the one that begins at a page's cursor. May be slow where there are many keys,
         * and miss what changes meanwhile.
         */
        KeyResponse listKeys(Optional<Long> cursor) throws ErrorException;

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }

    /**
     * Why an operation did not succeed.
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
    record KeyResponse(List<String> keys, Optional<Long> cursor) {
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
