// Made by witloof-bindings from wasmcloud:messaging/consumer@0.2.0.
// SHA-256 of its declarations: 8e3d2bfa13b98386d60198f46ea80afb993857067daa734162acfb1493a5f4cb
// Changes made here are lost when it is made again.
package dev.witloof.messaging.wasmcloud.v0_2_0;

import dev.witloof.host.ResultException;
import dev.witloof.host.WitInterface;
import org.jspecify.annotations.NullMarked;

/**
 * Sending messages.
 */
@WitInterface("wasmcloud:messaging/consumer@0.2.0")
@NullMarked
public interface Consumer {
    /**
     * Sends a message and waits for one reply, at most so many milliseconds.
     */
    Types.BrokerMessage request(String subject, byte[] body, long timeoutMs) throws ResultException;

    /**
     * Sends a message and waits for nobody.
     */
    void publish(Types.BrokerMessage msg) throws ResultException;
}
