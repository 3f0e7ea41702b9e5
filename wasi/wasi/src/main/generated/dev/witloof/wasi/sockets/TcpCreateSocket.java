// Made by witloof-bindings from wasi:sockets/tcp-create-socket@0.2.12.
// SHA-256 of its declarations: 04fd4dc2ab43472b2e74d9e3b5d12d60b62dd459cd0520e60a22f28349bf3d85
// Changes made here are lost when it is made again.
package dev.witloof.wasi.sockets;

import dev.witloof.host.WitInterface;
import org.jspecify.annotations.NullMarked;

/**
 * Making TCP sockets.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:sockets/tcp-create-socket@0.2.12")
@NullMarked
public interface TcpCreateSocket {
    /**
     * A socket that is neither bound nor connected. It can do nothing until a network is given to it.
     *
     * @since 0.2.0
     */
    Tcp.TcpSocket createTcpSocket(Network.IpAddressFamily addressFamily) throws
            Network.ErrorCodeException;
}
