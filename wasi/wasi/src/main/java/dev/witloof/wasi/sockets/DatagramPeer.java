package dev.witloof.wasi.sockets;

import dev.witloof.wasi.io.Event;
import dev.witloof.wasi.io.Wait;
import dev.witloof.wasi.sockets.Network.ErrorCode;
import dev.witloof.wasi.sockets.Network.ErrorCodeException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.util.Optional;

/** With whom a UDP socket exchanges datagrams: one address, or any. A later call of {@code stream} replaces it. */
final class DatagramPeer {

    private final ChannelUdpSocket socket;
    private final Optional<InetSocketAddress> remote;
    private boolean replaced;

    DatagramPeer(ChannelUdpSocket socket, Optional<InetSocketAddress> remote) {
        this.socket = socket;
        this.remote = remote;
    }

    Optional<InetSocketAddress> remote() {
        return remote;
    }

    ChannelUdpSocket socket() {
        return socket;
    }

    DatagramChannel channel() {
        return socket.channel();
    }

    void replace() {
        replaced = true;
    }

    void requireCurrent() throws ErrorCodeException {
        if (replaced) {
            throw SocketErrors.error(ErrorCode.INVALID_STATE);
        }
    }

    boolean isReady(int operations) {
        return replaced || socket.sockets().isReady(channel(), operations);
    }

    /** What a stream can be waited for by. */
    Event event(int operations) {
        return new Event() {
            @Override
            public boolean ready() {
                return isReady(operations);
            }

            @Override
            protected void arm(Wait wait) {
                socket.sockets().arm(wait, channel(), operations);
            }
        };
    }
}
