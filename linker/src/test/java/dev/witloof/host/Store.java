package dev.witloof.host;

import java.util.List;
import java.util.Optional;

/** {@code wasi:keyvalue/store}, written by hand. */
@WitInterface("wasi:keyvalue/store@0.2.0-draft")
public interface Store {

    Bucket open(String identifier) throws ErrorException;

    interface Bucket extends AutoCloseable {

        Optional<byte[]> get(String key) throws ErrorException;

        void set(String key, byte[] value) throws ErrorException;

        void delete(String key) throws ErrorException;

        boolean exists(String key) throws ErrorException;

        KeyResponse listKeys(Optional<Long> cursor) throws ErrorException;

        @Override
        default void close() {}
    }

    record KeyResponse(List<String> keys, Optional<Long> cursor) {}

    sealed interface Error {

        record NoSuchStore() implements Error {}

        record AccessDenied() implements Error {}

        record Other(String value) implements Error {}
    }

    final class ErrorException extends Exception {

        private static final long serialVersionUID = 1;

        private final transient Error error;

        public ErrorException(Error error) {
            super(String.valueOf(error));
            this.error = error;
        }

        public Error error() {
            return error;
        }
    }
}
