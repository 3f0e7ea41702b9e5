package dev.witloof.wasi.sockets;

import dev.witloof.error.TrapException;
import dev.witloof.wasi.io.Event;
import dev.witloof.wasi.io.Poll;
import dev.witloof.wasi.sockets.Network.ErrorCode;
import dev.witloof.wasi.sockets.Network.ErrorCodeException;
import dev.witloof.wasi.sockets.Network.IpSocketAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.util.List;
import java.util.Optional;

/** By which a UDP socket sends datagrams. */
final class DatagramSender implements Udp.OutgoingDatagramStream {

    /** How many datagrams may be sent at once. */
    private static final int MOST = 64;

    private final DatagramPeer peer;
    private final Event ready;
    private long permitted;
    private boolean full;

    DatagramSender(DatagramPeer peer) {
        this.peer = peer;
        this.ready = peer.event(SelectionKey.OP_WRITE);
    }

    @Override
    public long checkSend() throws ErrorCodeException {
        permitted = 0;
        peer.requireCurrent();
        full = full && !peer.isReady(SelectionKey.OP_WRITE);
        permitted = full ? 0 : MOST;
        return permitted;
    }

    @Override
    public long send(List<Udp.OutgoingDatagram> datagrams) throws ErrorCodeException {
        if (datagrams.size() > permitted) {
            throw new TrapException("send: expected at most " + permitted + " datagrams, as check-send allowed, found "
                    + datagrams.size());
        }
        permitted = 0;
        peer.requireCurrent();
        long sent = 0;
        for (Udp.OutgoingDatagram each : datagrams) {
            try {
                if (!isSent(each)) {
                    full = true;
                    break;
                }
            } catch (ErrorCodeException failed) {
                if (sent == 0) {
                    throw failed;
                }
                break;
            }
            sent++;
        }
        return sent;
    }

    private boolean isSent(Udp.OutgoingDatagram datagram) throws ErrorCodeException {
        InetSocketAddress remote = destination(datagram.remoteAddress());
        byte[] data = datagram.data();
        // Java says 0 of an empty datagram whether it was sent or not.
        if (data.length == 0 && !peer.isReady(SelectionKey.OP_WRITE)) {
            return false;
        }
        return SocketErrors.guest(() -> send(data, remote)) == data.length;
    }

    /** Where a datagram goes to: to the stream's own peer, or where it says itself. */
    private InetSocketAddress destination(Optional<IpSocketAddress> said) throws ErrorCodeException {
        if (peer.remote().isEmpty()) {
            require(said.isPresent());
            return peer.socket().destination(said.get());
        }
        InetSocketAddress remote = peer.remote().get();
        require(said.isEmpty() || peer.socket().remote(said.get()).equals(remote));
        return remote;
    }

    private int send(byte[] data, InetSocketAddress remote) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(data);
        return peer.remote().isPresent()
                ? peer.channel().write(bytes)
                : peer.channel().send(bytes, remote);
    }

    private static void require(boolean valid) throws ErrorCodeException {
        if (!valid) {
            throw SocketErrors.error(ErrorCode.INVALID_ARGUMENT);
        }
    }

    @Override
    public Poll.Pollable subscribe() {
        return ready;
    }

    @Override
    public void close() {
        peer.socket().close();
    }
}
