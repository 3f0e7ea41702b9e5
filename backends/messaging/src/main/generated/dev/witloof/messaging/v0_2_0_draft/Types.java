// Made by witloof-bindings from wasi:messaging/types@0.2.0-draft.
// SHA-256 of its declarations: fae44a45e61d55f72546a96fa9ec32249ee074cdffe6ef13a9b57ccdeed1e64e
// Changes made here are lost when it is made again.
package dev.witloof.messaging.v0_2_0_draft;

import dev.witloof.host.Tuple2;
import dev.witloof.host.WitInterface;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/**
 * What the other interfaces share.
 */
@WitInterface("wasi:messaging/types@0.2.0-draft")
@NullMarked
public interface Types {
    /**
     * Connects to the system of this name.
     */
    Client clientConnect(String name) throws ErrorException;

    /**
     * A message with these bytes.
     */
    Message newMessage(byte[] data);

    /**
     * A connection to a messaging system.
     */
    interface Client extends AutoCloseable {
        /**
         * Ends the connection.
         */
        void disconnect() throws ErrorException;

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
         * It took too long.
         */
        record Timeout() implements Error {
        }

        /**
         * The connection failed, with a text for people.
         */
        record Connection(String value) implements Error {
        }

        /**
         * It is not permitted, with a text for people.
         */
        record PermissionDenied(String value) implements Error {
        }

        /**
         * Anything else, as a text for people.
         */
        record Other(String value) implements Error {
        }
    }

    /**
     * Bytes, and what goes with them.
     */
    interface Message extends AutoCloseable {
        /**
         * The topic on which it was received, if it was.
         */
        Optional<String> topic();

        /**
         * What kind of bytes these are, if it is said.
         */
        Optional<String> contentType();

        /**
         * Says what kind of bytes these are.
         */
        void setContentType(String contentType);

        /**
         * Its bytes.
         */
        byte[] data();

        /**
         * Replaces its bytes.
         */
        void setData(byte[] data);

        /**
         * What goes with it, if anything.
         */
        Optional<List<Tuple2<String, String>>> metadata();

        /**
         * Sets the value of one name.
         */
        void addMetadata(String key, String value);

        /**
         * Replaces all names and values.
         */
        void setMetadata(List<Tuple2<String, String>> meta);

        /**
         * Removes a name with its value.
         */
        void removeMetadata(String key);

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
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
