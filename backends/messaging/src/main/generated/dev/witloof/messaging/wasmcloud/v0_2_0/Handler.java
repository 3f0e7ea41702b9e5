// Made by witloof-bindings from wasmcloud:messaging/handler@0.2.0.
// SHA-256 of its declarations: 8df6b5d168b97e7c3ed85d46243b9cd2848f3ee0bcfc23d5c8c452cb300331ef
// Changes made here are lost when it is made again.
package dev.witloof.messaging.wasmcloud.v0_2_0;

import dev.witloof.host.ResultException;
import dev.witloof.host.WitInterface;
import org.jspecify.annotations.NullMarked;

/**
 * Exported by a component that receives messages.
 */
@WitInterface("wasmcloud:messaging/handler@0.2.0")
@NullMarked
public interface Handler {
    /**
     * Takes a message of a subject to which the component is subscribed. An error is a text for people.
     */
    void handleMessage(Types.BrokerMessage msg) throws ResultException;
}
