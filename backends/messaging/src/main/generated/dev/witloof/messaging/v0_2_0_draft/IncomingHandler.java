// Made by witloof-bindings from wasi:messaging/incoming-handler@0.2.0-draft.
// SHA-256 of its declarations: 5b29b91541742679be2758474c14c6dbdac37c91d5bdc20ae0abc5a9411ee524
// Changes made here are lost when it is made again.
package dev.witloof.messaging.v0_2_0_draft;

import dev.witloof.host.WitInterface;
import org.jspecify.annotations.NullMarked;

/**
 * Exported by a component that receives messages.
 */
@WitInterface("wasi:messaging/incoming-handler@0.2.0-draft")
@NullMarked
public interface IncomingHandler {
    /**
     * Takes a message of a topic to which the component is subscribed. What becomes of an error is the host's
     * choice.
     */
    void handle(Types.Message message) throws Types.ErrorException;
}
