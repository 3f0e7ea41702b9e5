// Made by witloof-bindings from wasi:http/outgoing-handler@0.2.12.
// SHA-256 of its declarations: cfa105fee38ea9ab9bb0370b7648095cc87ce5c74d4e2bf59ed3b2097d1d83a3
// Changes made here are lost when it is made again.
package dev.witloof.wasi.http;

import dev.witloof.host.WitInterface;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/**
 * Imported by a component that sends requests.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:http/outgoing-handler@0.2.12")
@NullMarked
public interface OutgoingHandler {
    /**
     * Sends a request. The response comes later; an error here means that the request cannot be sent as it is.
     *
     * @since 0.2.0
     */
    Types.FutureIncomingResponse handle(Types.OutgoingRequest request,
            Optional<Types.RequestOptions> options) throws Types.ErrorCodeException;
}
