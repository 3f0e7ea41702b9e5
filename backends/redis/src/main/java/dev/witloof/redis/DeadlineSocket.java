package dev.witloof.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * A socket on which everything ends at a deadline: connecting, each read, and also each write. The JDK's own knows a time-out
 * for reads only, so that a server that is there but reads nothing would block a writer for good; and its time-out is that of one
 * read, not of a whole answer. An interrupt of the thread that waits closes it.
 *
 * <p>For one thread at a time; any may close it.
 */
final class DeadlineSocket extends Socket {

    /** More is written piece by piece: the JDK keeps a buffer outside the heap for each thread, of the largest piece. */
    private static final int PIECE = 1 << 16;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final ByteBuffer early = ByteBuffer.allocate(1 << 12).flip();
    private long deadline;

    private DeadlineSocket(SocketChannel channel, Selector selector, long deadline) throws IOException {
        super((SocketImpl) null); // everything that is asked of it is overridden
        this.channel = channel;
        this.selector = selector;
        this.deadline = deadline;
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        this.key = channel.register(selector, 0);
    }

    /**
     * Connects.
     *
     * @param deadline when to give up, as {@link System#nanoTime}
     * @throws IOException if there is no connection by then
     */
    @SuppressWarnings("resource") // both are the socket's, or are closed
    static DeadlineSocket connect(InetSocketAddress address, long deadline) throws IOException {
        SocketChannel channel = SocketChannel.open();
        Selector selector = null;
        try {
            selector = Selector.open();
            DeadlineSocket socket = new DeadlineSocket(channel, selector, deadline);
            if (!channel.connect(address)) {
                do {
                    socket.await(SelectionKey.OP_CONNECT);
                } while (!channel.finishConnect());
            }
            return socket;
        } catch (IOException | RuntimeException e) {
            channel.close();
            if (selector != null) {
                selector.close();
            }
            throw e;
        }
    }

    /** From now on everything ends at this time, as {@link System#nanoTime}. */
    void deadline(long nanoTime) {
        deadline = nanoTime;
    }

    /** Whether the other side has closed it, as far as is known here; asks nobody. */
    boolean hasEnded() {
        try {
            int read;
            do {
                early.compact();
                try {
                    read = channel.read(early);
                } finally {
                    early.flip();
                }
            } while (read > 0 && early.limit() < early.capacity());
            return read < 0;
        } catch (IOException broken) {
            return true;
        }
    }

    /** Waits until the channel is ready for this, or perhaps less long. */
    private void await(int operation) throws IOException {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("the time is up");
        }
        try {
            key.interestOps(operation);
            selector.select(Duration.ofNanos(left).toMillis() + 1);
            selector.selectedKeys().clear();
        } catch (ClosedSelectorException | CancelledKeyException closed) {
            throw new SocketException("closed");
        }
        if (Thread.currentThread().isInterrupted()) { // of which a channel that does not block takes no notice
            close();
            throw new ClosedByInterruptException();
        }
    }

    @Override
    public InputStream getInputStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (early.hasRemaining()) {
                    int taken = Math.min(length, early.remaining());
                    early.get(bytes, offset, taken);
                    return taken;
                }
                if (length == 0) {
                    return 0;
                }
                ByteBuffer into = ByteBuffer.wrap(bytes, offset, Math.min(length, PIECE));
                int read = channel.read(into);
                while (read == 0) {
                    await(SelectionKey.OP_READ);
                    read = channel.read(into);
                }
                return read;
            }

            @Override
            public int available() {
                return early.remaining();
            }

            @Override
            public void close() throws IOException {
                DeadlineSocket.this.close();
            }
        };
    }

    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                for (int at = offset; at < offset + length; ) {
                    int written = channel.write(ByteBuffer.wrap(bytes, at, Math.min(PIECE, offset + length - at)));
                    if (written == 0) {
                        await(SelectionKey.OP_WRITE);
                    }
                    at += written;
                }
            }

            @Override
            public void close() throws IOException {
                DeadlineSocket.this.close();
            }
        };
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            selector.close(); // which takes the key with it, so that the channel's descriptor goes too
        }
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public boolean isInputShutdown() {
        return false;
    }

    @Override
    public boolean isOutputShutdown() {
        return false;
    }

    @Override
    public void shutdownInput() throws IOException {
        channel.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        channel.shutdownOutput();
    }

    /** Nothing: the deadline stands for it. */
    @Override
    public void setSoTimeout(int milliseconds) {}

    @Override
    public int getSoTimeout() {
        return 0;
    }

    @Override
    public int getSoLinger() {
        return -1;
    }

    @Override
    public InetAddress getInetAddress() {
        return channel.socket().getInetAddress();
    }

    @Override
    public int getPort() {
        return channel.socket().getPort();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return channel.socket().getRemoteSocketAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return channel.socket().getLocalAddress();
    }

    @Override
    public int getLocalPort() {
        return channel.socket().getLocalPort();
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return channel.socket().getLocalSocketAddress();
    }

    @Override
    public String toString() {
        return "a socket with a deadline";
    }
}
