// Made by witloof-bindings from wasi:messaging/producer@0.2.0-draft.
// SHA-256 of its declarations: b70aec7b818b876772fb00e58d4c9c9d72b3bb2a772a9358010b3ece1b395f2d
// Changes made here are lost when it is made again.
package dev.witloof.messaging.v0_2_0_draft;

import dev.witloof.host.WitInterface;
import org.jspecify.annotations.NullMarked;

/**
 * Sending messages.
 */
@WitInterface("wasi:messaging/producer@0.2.0-draft")
@NullMarked
public interface Producer {
    /**
     * Sends a message to a topic.
     */
    void send(Types.Client c, String topic, Types.Message message) throws Types.ErrorException;
}
