package dev.witloof.wasi.sockets;

import dev.witloof.wasi.io.Event;
import dev.witloof.wasi.io.Sink;
import dev.witloof.wasi.io.SinkStream;
import dev.witloof.wasi.io.Source;
import dev.witloof.wasi.io.SourceStream;
import dev.witloof.wasi.io.Wait;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A TCP connection, which a socket and two streams hold: it ends with the last of them. What the guest wrote and the peer has not
 * taken is still given to the peer, whenever the guest does something with its sockets, and when the instance is closed.
 */
final class Connection {

    private final OpenSockets sockets;
    private final SocketChannel channel;
    private final Sink bytes;
    private int holds = 3;
    private boolean receiveEnded;
    private boolean sendEnded;

    Connection(OpenSockets sockets, SocketChannel channel) {
        this.sockets = sockets;
        this.channel = channel;
        this.bytes = Sink.of(channel, sockets.selectors());
        sockets.connected(this);
    }

    SocketChannel channel() {
        return channel;
    }

    SourceStream input() {
        return SourceStream.of(new Input());
    }

    SinkStream output() {
        return SinkStream.of(new Output());
    }

    /** What may still come from the peer is not wanted. */
    void endReceive() throws IOException {
        receiveEnded = true;
        channel.shutdownInput();
    }

    /** The peer is told that nothing more comes, once it has everything. */
    void endSend() throws IOException {
        if (!sendEnded) {
            sendEnded = true;
            if (bytes.room() == Sink.USUAL_ROOM) {
                channel.shutdownOutput();
            } else {
                sockets.left(this);
            }
        }
    }

    /** The socket or one of the streams was dropped. */
    void release() {
        holds--;
        if (!isPushed()) {
            sockets.left(this);
        }
    }

    /** Gives the peer what it takes; whether nothing is left to give. What was to follow is done then. */
    boolean isPushed() {
        try {
            if (bytes.room() < Sink.USUAL_ROOM) {
                return false;
            }
            if (sendEnded) {
                channel.shutdownOutput();
            }
        } catch (IOException gone) {
            // Then nobody is there to take it.
        }
        if (holds == 0) {
            sockets.ended(this);
            sockets.close(channel);
        }
        return true;
    }

    private final class Input implements Source {

        private final Source source = Source.of(channel, sockets.selectors());
        private final Event readable = sockets.event(channel, SelectionKey.OP_READ);

        @Override
        public byte @Nullable [] read(int most) throws IOException {
            sockets.push();
            return receiveEnded ? null : source.read(most);
        }

        @Override
        public Event readable() {
            return readable;
        }

        @Override
        public void close() {
            release();
        }
    }

    private final class Output implements Sink {

        private final Event writable = new Writable();

        @Override
        public int room() throws IOException {
            requireOpen();
            return bytes.room();
        }

        @Override
        public void write(byte[] more) throws IOException {
            requireOpen();
            bytes.write(more);
        }

        @Override
        public void flush() throws IOException {
            requireOpen();
            bytes.flush();
        }

        private void requireOpen() throws ClosedChannelException {
            if (sendEnded) {
                throw new ClosedChannelException();
            }
        }

        @Override
        public Event writable() {
            return writable;
        }

        @Override
        public void close() {
            release();
        }
    }

    private final class Writable extends Event {

        @Override
        public boolean ready() {
            sockets.push();
            try {
                return sendEnded || bytes.room() > 0;
            } catch (IOException told) {
                return true;
            }
        }

        @Override
        protected void arm(Wait wait) {
            sockets.arm(wait, channel, SelectionKey.OP_WRITE);
        }
    }
}
