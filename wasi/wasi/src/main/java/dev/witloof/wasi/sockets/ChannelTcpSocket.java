package dev.witloof.wasi.sockets;

import dev.witloof.host.Tuple2;
import dev.witloof.host.Tuple3;
import dev.witloof.wasi.io.Event;
import dev.witloof.wasi.io.Poll;
import dev.witloof.wasi.io.Streams;
import dev.witloof.wasi.io.Wait;
import dev.witloof.wasi.sockets.Network.ErrorCode;
import dev.witloof.wasi.sockets.Network.ErrorCodeException;
import dev.witloof.wasi.sockets.Network.IpAddressFamily;
import dev.witloof.wasi.sockets.Network.IpSocketAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A TCP socket. Binding and listening are done when they are started, so only connecting has to be waited for.
 *
 * @see <a href="https://github.com/WebAssembly/wasi-sockets/blob/a967b289897091ad106069371ccb35c6c9f09391/wit/tcp.wit">wasi:sockets/tcp</a>
 */
final class ChannelTcpSocket implements Tcp.TcpSocket {

    /** What systems take by themselves for the connections that wait to be accepted. */
    private static final int USUAL_BACKLOG = 128;

    private final OpenSockets sockets;
    private final IpAddressFamily family;
    private final SocketChannel channel;
    private final Options options;
    private final Event ready = new Ready();
    private TcpState state = TcpState.UNBOUND;
    private int backlog = USUAL_BACKLOG;
    private @Nullable GuestNetwork network;
    private @Nullable Listener listener;
    private @Nullable Connection connection;
    private boolean connected;
    private @Nullable IOException failure;

    ChannelTcpSocket(OpenSockets sockets, IpAddressFamily family, SocketChannel channel) {
        this(sockets, family, channel, new Options(channel));
    }

    private ChannelTcpSocket(OpenSockets sockets, IpAddressFamily family, SocketChannel channel, Options options) {
        this.sockets = sockets;
        this.family = family;
        this.channel = channel;
        this.options = options;
    }

    private final class Ready extends Event {

        @Override
        public boolean ready() {
            sockets.push();
            if (state == TcpState.CONNECT_IN_PROGRESS) {
                return isConnectDone();
            }
            return listener == null || state != TcpState.LISTENING || listener.hasPending();
        }

        @Override
        protected void arm(Wait wait) {
            if (state == TcpState.CONNECT_IN_PROGRESS) {
                sockets.arm(wait, channel, SelectionKey.OP_CONNECT);
            } else if (listener != null) {
                sockets.arm(wait, listener.channel(), SelectionKey.OP_ACCEPT);
            }
        }
    }

    @Override
    public void startBind(Network.Network_ handle, IpSocketAddress localAddress) throws ErrorCodeException {
        require(state == TcpState.UNBOUND);
        GuestNetwork chosen = GuestNetwork.of(handle);
        InetSocketAddress local = unicast(localAddress);
        chosen.requireBind(local);
        SocketErrors.guest(() -> Listener.reusing(channel).bind(local));
        network = chosen;
        state = TcpState.BIND_IN_PROGRESS;
    }

    @Override
    public void finishBind() throws ErrorCodeException {
        finish(TcpState.BIND_IN_PROGRESS, TcpState.BOUND);
    }

    @Override
    public void startConnect(Network.Network_ handle, IpSocketAddress remoteAddress) throws ErrorCodeException {
        require(state == TcpState.UNBOUND || state == TcpState.BOUND);
        GuestNetwork chosen = GuestNetwork.of(handle);
        try {
            if (network != null && network != chosen) {
                throw SocketErrors.error(ErrorCode.INVALID_ARGUMENT);
            }
            InetSocketAddress remote = unicast(remoteAddress);
            if (remote.getAddress().isAnyLocalAddress() || remote.getPort() == 0) {
                throw SocketErrors.error(ErrorCode.INVALID_ARGUMENT);
            }
            chosen.requireConnect(remote);
            connected = SocketErrors.guest(() -> channel.connect(remote));
        } catch (ErrorCodeException failed) {
            end();
            throw failed;
        }
        state = TcpState.CONNECT_IN_PROGRESS;
    }

    /** Whether the connection is there, or has failed. */
    private boolean isConnectDone() {
        if (!connected && failure == null) {
            try {
                connected = channel.finishConnect();
            } catch (IOException e) {
                failure = e;
            }
        }
        return connected || failure != null;
    }

    @Override
    public Tuple2<Streams.InputStream, Streams.OutputStream> finishConnect() throws ErrorCodeException {
        if (state != TcpState.CONNECT_IN_PROGRESS) {
            throw SocketErrors.error(ErrorCode.NOT_IN_PROGRESS);
        }
        if (!isConnectDone()) {
            throw SocketErrors.error(ErrorCode.WOULD_BLOCK);
        }
        if (failure != null) {
            end();
            throw SocketErrors.error(failure);
        }
        Connection made = become(new Connection(sockets, channel));
        return new Tuple2<>(made.input(), made.output());
    }

    private Connection become(Connection made) {
        connection = made;
        state = TcpState.CONNECTED;
        return made;
    }

    @Override
    public void startListen() throws ErrorCodeException {
        require(state == TcpState.BOUND);
        try {
            listener = SocketErrors.guest(() -> Listener.open(sockets, family, channel, options, backlog));
        } catch (ErrorCodeException failed) {
            end();
            throw failed;
        }
        state = TcpState.LISTEN_IN_PROGRESS;
    }

    @Override
    public void finishListen() throws ErrorCodeException {
        finish(TcpState.LISTEN_IN_PROGRESS, TcpState.LISTENING);
    }

    @Override
    public Tuple3<Tcp.TcpSocket, Streams.InputStream, Streams.OutputStream> accept() throws ErrorCodeException {
        sockets.push();
        if (listener == null || state != TcpState.LISTENING) {
            throw SocketErrors.error(ErrorCode.INVALID_STATE);
        }
        SocketChannel accepted = listener.accept();
        Options inherited;
        try {
            inherited = options.inheritedBy(accepted);
        } catch (IOException gone) {
            sockets.close(accepted);
            throw SocketErrors.error(ErrorCode.CONNECTION_ABORTED);
        }
        ChannelTcpSocket socket = new ChannelTcpSocket(sockets, family, accepted, inherited);
        Connection made = socket.become(new Connection(sockets, accepted));
        return new Tuple3<>(socket, made.input(), made.output());
    }

    @Override
    public IpSocketAddress localAddress() throws ErrorCodeException {
        require(state != TcpState.UNBOUND && state != TcpState.BIND_IN_PROGRESS && state != TcpState.CLOSED);
        NetworkChannel bound = listener == null ? channel : listener.channel();
        SocketAddress address = SocketErrors.guest(bound::getLocalAddress);
        require(address != null);
        return SocketAddresses.guest(address);
    }

    @Override
    public IpSocketAddress remoteAddress() throws ErrorCodeException {
        require(state == TcpState.CONNECTED);
        return SocketAddresses.guest(SocketErrors.guest(channel::getRemoteAddress));
    }

    @Override
    public boolean isListening() {
        return state == TcpState.LISTENING;
    }

    @Override
    public IpAddressFamily addressFamily() {
        return family;
    }

    @Override
    public void setListenBacklogSize(long value) throws ErrorCodeException {
        require(state != TcpState.CONNECT_IN_PROGRESS && state != TcpState.CONNECTED);
        Options.requirePositive(value);
        if (options().areKept()) {
            throw SocketErrors.error(ErrorCode.NOT_SUPPORTED);
        }
        backlog = (int) Options.atMost(value, Integer.MAX_VALUE);
    }

    @Override
    public boolean keepAliveEnabled() throws ErrorCodeException {
        return options().keepAlive();
    }

    @Override
    public void setKeepAliveEnabled(boolean value) throws ErrorCodeException {
        options().setKeepAlive(value);
    }

    @Override
    public long keepAliveIdleTime() throws ErrorCodeException {
        return options().time(Options.KEEP_ALIVE_IDLE);
    }

    @Override
    public void setKeepAliveIdleTime(long value) throws ErrorCodeException {
        options().setTime(Options.KEEP_ALIVE_IDLE, value);
    }

    @Override
    public long keepAliveInterval() throws ErrorCodeException {
        return options().time(Options.KEEP_ALIVE_INTERVAL);
    }

    @Override
    public void setKeepAliveInterval(long value) throws ErrorCodeException {
        options().setTime(Options.KEEP_ALIVE_INTERVAL, value);
    }

    @Override
    public long keepAliveCount() throws ErrorCodeException {
        return options().number(Options.KEEP_ALIVE_COUNT);
    }

    @Override
    public void setKeepAliveCount(long value) throws ErrorCodeException {
        options().setCount(Options.KEEP_ALIVE_COUNT, value);
    }

    @Override
    public int hopLimit() throws ErrorCodeException {
        return options().hopLimit();
    }

    @Override
    public void setHopLimit(int value) throws ErrorCodeException {
        options().setHopLimit(value);
    }

    @Override
    public long receiveBufferSize() throws ErrorCodeException {
        return options().number(Options.RECEIVE_BUFFER);
    }

    @Override
    public void setReceiveBufferSize(long value) throws ErrorCodeException {
        options().setSize(Options.RECEIVE_BUFFER, value);
    }

    @Override
    public long sendBufferSize() throws ErrorCodeException {
        return options().number(Options.SEND_BUFFER);
    }

    @Override
    public void setSendBufferSize(long value) throws ErrorCodeException {
        options().setSize(Options.SEND_BUFFER, value);
    }

    @Override
    public Poll.Pollable subscribe() {
        return ready;
    }

    @Override
    public void shutdown(Tcp.ShutdownType shutdownType) throws ErrorCodeException {
        Connection made = connection;
        if (made == null) {
            throw SocketErrors.error(ErrorCode.INVALID_STATE);
        }
        SocketErrors.guest(() -> {
            if (shutdownType != Tcp.ShutdownType.SEND) {
                made.endReceive();
            }
            if (shutdownType != Tcp.ShutdownType.RECEIVE) {
                made.endSend();
            }
            return true;
        });
    }

    @Override
    public void close() {
        if (connection == null) {
            end();
        } else {
            connection.release();
        }
        state = TcpState.CLOSED;
    }

    /** It is of no use any more, and there is no connection yet. */
    private void end() {
        state = TcpState.CLOSED;
        if (listener != null) {
            listener.close();
        }
        sockets.close(channel);
    }

    private InetSocketAddress unicast(IpSocketAddress address) throws ErrorCodeException {
        InetSocketAddress java = SocketAddresses.java(address, family);
        if (!Addresses.isUnicast(java.getAddress())) {
            throw SocketErrors.error(ErrorCode.INVALID_ARGUMENT);
        }
        return java;
    }

    private Options options() throws ErrorCodeException {
        require(state != TcpState.CLOSED);
        return options;
    }

    private void finish(TcpState before, TcpState after) throws ErrorCodeException {
        if (state != before) {
            throw SocketErrors.error(ErrorCode.NOT_IN_PROGRESS);
        }
        state = after;
    }

    private static void require(boolean possible) throws ErrorCodeException {
        if (!possible) {
            throw SocketErrors.error(ErrorCode.INVALID_STATE);
        }
    }
}
