// Made by witloof-bindings from wasi:sockets/instance-network@0.2.12.
// SHA-256 of its declarations: 5b55868866578291fd5a777300c88130c45ed4895f84bf4c6aa7a07576da858a
// Changes made here are lost when it is made again.
package dev.witloof.wasi.sockets;

import dev.witloof.host.WitInterface;
import org.jspecify.annotations.NullMarked;

/**
 * The network that was given to an instance.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:sockets/instance-network@0.2.12")
@NullMarked
public interface InstanceNetwork {
    /**
     * A handle to the default network.
     *
     * @since 0.2.0
     */
    Network.Network_ instanceNetwork();
}
