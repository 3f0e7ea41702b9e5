// Made by witloof-bindings from wasmcloud:messaging/types@0.2.0.
// SHA-256 of its declarations: 6e96123f3c88f08920162e9be66776c84b018428f95beb768cd78fa7f6f90cbc
// Changes made here are lost when it is made again.
package dev.witloof.messaging.wasmcloud.v0_2_0;

import dev.witloof.host.WitInterface;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/**
 * What the other interfaces share.
 */
@WitInterface("wasmcloud:messaging/types@0.2.0")
@NullMarked
public interface Types {
    /**
     * A message.
     *
     * @param subject To what it was or will be sent.
     * @param body Its bytes.
     * @param replyTo The subject for a reply, if one is wanted.
     */
    record BrokerMessage(String subject, byte[] body, Optional<String> replyTo) {
    }
}
