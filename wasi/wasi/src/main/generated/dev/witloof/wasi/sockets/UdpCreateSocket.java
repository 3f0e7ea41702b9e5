// Made by witloof-bindings from wasi:sockets/udp-create-socket@0.2.12.
// SHA-256 of its declarations: c6e4338122ebfc50c502d573d17b22110af37ee5702981f2374e119ddc7b87c3
// Changes made here are lost when it is made again.
package dev.witloof.wasi.sockets;

import dev.witloof.host.WitInterface;
import org.jspecify.annotations.NullMarked;

/**
 * Making UDP sockets.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:sockets/udp-create-socket@0.2.12")
@NullMarked
public interface UdpCreateSocket {
    /**
     * A socket that is not bound. It can do nothing until a network is given to it.
     *
     * @since 0.2.0
     */
    Udp.UdpSocket createUdpSocket(Network.IpAddressFamily addressFamily) throws
            Network.ErrorCodeException;
}
