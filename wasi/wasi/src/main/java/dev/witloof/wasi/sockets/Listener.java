package dev.witloof.wasi.sockets;

import dev.witloof.wasi.sockets.Network.ErrorCode;
import dev.witloof.wasi.sockets.Network.ErrorCodeException;
import dev.witloof.wasi.sockets.Network.IpAddressFamily;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A socket that listens, which is a channel of another kind in Java. */
final class Listener {

    /** How many connections that are not for it are closed at once; the others then have to wait for the next look. */
    private static final int MOST_FOREIGN = 64;

    private final OpenSockets sockets;
    private final IpAddressFamily family;
    private final ServerSocketChannel channel;
    private @Nullable SocketChannel pending;
    private @Nullable IOException failure;

    private Listener(OpenSockets sockets, IpAddressFamily family, ServerSocketChannel channel) {
        this.sockets = sockets;
        this.family = family;
        this.channel = channel;
    }

    /** Listens where a channel is bound, in its place. */
    static Listener open(OpenSockets sockets, IpAddressFamily family, SocketChannel bound, Options options, int backlog)
            throws IOException {
        InetSocketAddress address = (InetSocketAddress) bound.getLocalAddress();
        options.keep();
        ServerSocketChannel channel = ServerSocketChannel.open(SocketAddresses.java(family));
        try {
            channel.configureBlocking(false);
            options.giveTo(reusing(channel));
            try {
                channel.bind(address, backlog);
            } catch (BindException taken) {
                // Not every system lets two sockets have an address while one moves to the other.
                bound.close();
                channel.bind(address, backlog);
            }
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
        sockets.replace(bound, channel);
        return new Listener(sockets, family, channel);
    }

    /** Lets a channel have an address that a connection had before. Windows does so by itself, and means another thing by it. */
    static <C extends NetworkChannel> C reusing(C channel) throws IOException {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")) {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        }
        return channel;
    }

    ServerSocketChannel channel() {
        return channel;
    }

    /** Whether {@link #accept} has something to say. */
    boolean hasPending() {
        if (pending != null || failure != null) {
            return true;
        }
        if (sockets.isFull()) {
            return sockets.isReady(channel, SelectionKey.OP_ACCEPT);
        }
        try {
            pending = next();
        } catch (IOException e) {
            failure = e;
        }
        return pending != null || failure != null;
    }

    /** The next connection of its family: Java's sockets for IPv6 take those for IPv4 as well. */
    private @Nullable SocketChannel next() throws IOException {
        for (int i = 0; i < MOST_FOREIGN; i++) {
            SocketChannel accepted = sockets.openIfThere(channel::accept);
            if (accepted == null) {
                return null;
            }
            InetSocketAddress remote = (InetSocketAddress) accepted.getRemoteAddress();
            if (remote != null && SocketAddresses.family(remote.getAddress()) == family) {
                return accepted;
            }
            sockets.close(accepted);
        }
        return null;
    }

    SocketChannel accept() throws ErrorCodeException {
        if (!hasPending()) {
            throw SocketErrors.error(ErrorCode.WOULD_BLOCK);
        }
        IOException failed = failure;
        failure = null;
        if (failed != null) {
            throw SocketErrors.error(failed);
        }
        SocketChannel accepted = pending;
        pending = null;
        if (accepted == null) {
            throw SocketErrors.error(ErrorCode.NEW_SOCKET_LIMIT);
        }
        return accepted;
    }

    void close() {
        if (pending != null) {
            sockets.close(pending);
        }
        sockets.close(channel);
    }
}
