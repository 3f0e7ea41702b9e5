package dev.witloof.wasi.sockets;

import dev.witloof.wasi.io.Event;
import dev.witloof.wasi.io.Poll;
import dev.witloof.wasi.sockets.Network.ErrorCodeException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The datagrams that come to a UDP socket. */
final class DatagramReceiver implements Udp.IncomingDatagramStream {

    /** How many are looked at in one call, and how many bytes of them are handed over. */
    private static final int MOST_DATAGRAMS = 1024;

    private static final int MOST_BYTES = 1 << 20;

    private final DatagramPeer peer;
    private final Event ready;
    private @Nullable IOException failure;

    DatagramReceiver(DatagramPeer peer) {
        this.peer = peer;
        this.ready = peer.event(SelectionKey.OP_READ);
    }

    @Override
    public List<Udp.IncomingDatagram> receive(long maxResults) throws ErrorCodeException {
        peer.requireCurrent();
        List<Udp.IncomingDatagram> all = new ArrayList<>();
        long most = Options.atMost(maxResults, MOST_DATAGRAMS);
        int bytes = 0;
        try {
            throwFailure();
            ByteBuffer buffer = peer.socket().sockets().datagram();
            for (int i = 0; i < MOST_DATAGRAMS && all.size() < most && bytes < MOST_BYTES; i++) {
                InetSocketAddress sender = (InetSocketAddress) peer.channel().receive(buffer.clear());
                if (sender == null) {
                    break;
                }
                if (peer.socket().takesFrom(sender)) {
                    byte[] data = new byte[buffer.flip().remaining()];
                    buffer.get(data);
                    bytes += data.length;
                    all.add(new Udp.IncomingDatagram(
                            data, SocketAddresses.guest(peer.remote().orElse(sender))));
                }
            }
        } catch (IOException e) {
            if (all.isEmpty()) {
                throw SocketErrors.error(e);
            }
            failure = e;
        }
        return all;
    }

    /** What went wrong after datagrams that were handed over is told the next time. */
    private void throwFailure() throws IOException {
        IOException before = failure;
        failure = null;
        if (before != null) {
            throw before;
        }
    }

    @Override
    public Poll.Pollable subscribe() {
        return failure == null ? ready : Event.always();
    }

    @Override
    public void close() {
        peer.socket().close();
    }
}
