package dev.witloof.wasi.sockets;

import dev.witloof.wasi.io.Allotment;
import dev.witloof.wasi.io.Event;
import dev.witloof.wasi.io.HostTime;
import dev.witloof.wasi.io.Selectors;
import dev.witloof.wasi.io.Signal;
import dev.witloof.wasi.io.Wait;
import dev.witloof.wasi.sockets.Network.ErrorCode;
import dev.witloof.wasi.sockets.Network.ErrorCodeException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What sockets one instance has open, and how it waits for them. Used by the thread of its call. */
final class OpenSockets implements AutoCloseable {

    /** How long the end of an instance waits for peers to take what its guest wrote and left. */
    private static final long LINGER = TimeUnit.SECONDS.toNanos(2);

    private static final int LARGEST_DATAGRAM = 1 << 16;

    private final Allotment most;
    private final Selectors selectors;
    private final Signal ended;
    private final HostTime time;
    private final Set<SelectableChannel> open = ConcurrentHashMap.newKeySet();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Set<Connection> left = ConcurrentHashMap.newKeySet();
    private @Nullable ByteBuffer datagram;

    OpenSockets(Allotment most, Selectors selectors, Signal ended, HostTime time) {
        this.most = most;
        this.selectors = selectors;
        this.ended = ended;
        this.time = time;
    }

    Selectors selectors() {
        return selectors;
    }

    boolean isFull() {
        return most.left() == 0;
    }

    int count() {
        return open.size();
    }

    /**
     * One more channel, which does not wait.
     *
     * @throws ErrorCodeException if there are as many as may be, or the system has no more
     */
    <C extends SelectableChannel> C open(SocketErrors.Operation<C> opening) throws ErrorCodeException {
        if (!most.take()) {
            throw SocketErrors.error(ErrorCode.NEW_SOCKET_LIMIT);
        }
        return SocketErrors.guest(() -> taken(opening));
    }

    /** One more channel, or {@code null} if there is none to be opened; where there are as many as may be, nothing is done. */
    <C extends SelectableChannel> @Nullable C openIfThere(SocketErrors.Operation<@Nullable C> opening)
            throws IOException {
        return most.take() ? taken(opening) : null;
    }

    private <C extends @Nullable SelectableChannel> C taken(SocketErrors.Operation<C> opening) throws IOException {
        C channel = null;
        boolean kept = false;
        try {
            channel = opening.run();
            if (channel != null) {
                channel.configureBlocking(false);
                kept = open.add(channel);
            }
            return channel;
        } finally {
            if (!kept) {
                if (channel != null) {
                    closeQuietly(channel);
                }
                most.release();
            }
        }
    }

    /** One channel in place of another, which is closed. */
    void replace(SelectableChannel before, SelectableChannel after) {
        open.add(after);
        open.remove(before);
        closeQuietly(before);
        selectors.releaseClosed();
    }

    void close(SelectableChannel channel) {
        closeQuietly(channel);
        if (open.remove(channel)) {
            most.release();
        }
        selectors.releaseClosed();
    }

    private static void closeQuietly(SelectableChannel channel) {
        try {
            channel.close();
        } catch (IOException unheard) {
            // The guest is done with it.
        }
    }

    /** Room for any datagram, until it is asked for again. */
    ByteBuffer datagram() {
        if (datagram == null) {
            datagram = ByteBuffer.allocate(LARGEST_DATAGRAM);
        }
        return datagram.clear();
    }

    void connected(Connection connection) {
        connections.add(connection);
    }

    void ended(Connection connection) {
        connections.remove(connection);
        left.remove(connection);
    }

    /** The guest left a connection whose peer has not taken everything yet. */
    void left(Connection connection) {
        left.add(connection);
    }

    /** Gives peers of connections that the guest left what they take now. */
    void push() {
        if (!left.isEmpty()) {
            left.removeIf(Connection::isPushed);
        }
    }

    /** Has a wait look at a channel, and at what the guest left. */
    void arm(Wait wait, SelectableChannel channel, int operations) {
        wait.within(time);
        wait.on(ended);
        wait.on(selectors, channel, operations);
        for (Connection each : left) {
            wait.on(selectors, each.channel(), SelectionKey.OP_WRITE);
        }
    }

    boolean isReady(SelectableChannel channel, int operations) {
        push();
        return selectors.isReady(channel, operations);
    }

    /** An event that is ready when a channel is; one that is closed is. */
    Event event(SelectableChannel channel, int operations) {
        return new Event() {
            @Override
            public boolean ready() {
                return isReady(channel, operations);
            }

            @Override
            protected void arm(Wait wait) {
                OpenSockets.this.arm(wait, channel, operations);
            }
        };
    }

    /** Closes everything; what peers take soon of what was written is given to them before. */
    @Override
    public void close() {
        left.addAll(connections);
        push();
        if (!left.isEmpty()) {
            linger();
        }
        open.forEach(OpenSockets::closeQuietly);
        open.clear();
        connections.clear();
        left.clear();
    }

    private void linger() {
        long end = System.nanoTime() + LINGER;
        try (Selector selector = Selector.open()) {
            for (Connection each : left) {
                each.channel().register(selector, SelectionKey.OP_WRITE);
            }
            long milliseconds = TimeUnit.NANOSECONDS.toMillis(LINGER);
            while (!left.isEmpty()
                    && milliseconds > 0
                    && !Thread.currentThread().isInterrupted()) {
                selector.select(milliseconds);
                selector.selectedKeys().clear();
                left.removeIf(Connection::isPushed);
                milliseconds = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            }
        } catch (IOException unheard) {
            // Then they do not get it.
        }
    }
}
