// Made by witloof-bindings from wasi:messaging/request-reply@0.2.0-draft.
// SHA-256 of its declarations: e1accc23ca08c76a9fa51a54fad5f8eec599698a95e63a53cca7af5d092e7e9b
// Changes made here are lost when it is made again.
package dev.witloof.messaging.v0_2_0_draft;

import dev.witloof.host.WitInterface;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/**
 * Sending a message and waiting for replies. Not every messaging system can do it.
 */
@WitInterface("wasi:messaging/request-reply@0.2.0-draft")
@NullMarked
public interface RequestReply {
    /**
     * No options: the request waits for one reply, however long.
     */
    RequestOptions newRequestOptions();

    /**
     * Sends a message and waits for replies. Ends with those that have come when there are enough or the time is up;
     * none at all by then is an error.
     */
    List<Types.Message> request(Types.Client c, String topic, Types.Message message,
            Optional<RequestOptions> options) throws Types.ErrorException;

    /**
     * Replies to a message. May be called several times for one message, or not at all.
     */
    void reply(Types.Message replyTo, Types.Message message) throws Types.ErrorException;

    /**
     * When a request has waited enough.
     */
    interface RequestOptions extends AutoCloseable {
        /**
         * Sets how many milliseconds to wait at most.
         */
        void setTimeoutMs(long timeoutMs);

        /**
         * Sets after how many replies to stop waiting.
         */
        void setExpectedReplies(long expectedReplies);

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }
}
