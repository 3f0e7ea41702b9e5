// Made by witloof-bindings from wasi:http/incoming-handler@0.2.12.
// SHA-256 of its declarations: d26c9c457a9bf794e3dfcaf2ed96573e7e155e417a63c0f46aaa4572dc6c7570
// Changes made here are lost when it is made again.
package dev.witloof.wasi.http;

import dev.witloof.host.WitInterface;
import org.jspecify.annotations.NullMarked;

/**
 * Exported by a component that answers requests.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:http/incoming-handler@0.2.12")
@NullMarked
public interface IncomingHandler {
    /**
     * Answers one request by giving a response to {@code response-out}. It may go on writing the body after that,
     * until it returns.
     *
     * @since 0.2.0
     */
    void handle(Types.IncomingRequest request, Types.ResponseOutparam responseOut);
}
