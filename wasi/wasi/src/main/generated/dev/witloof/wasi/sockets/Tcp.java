// Made by witloof-bindings from wasi:sockets/tcp@0.2.12.
// SHA-256 of its declarations: e058dccd6038079eca2dfbb01b6ef52cf006ab6e76e20dffb5392ae212a106e7
// Changes made here are lost when it is made again.
package dev.witloof.wasi.sockets;

import dev.witloof.host.Tuple2;
import dev.witloof.host.Tuple3;
import dev.witloof.host.WitInterface;
import dev.witloof.wasi.io.Poll;
import dev.witloof.wasi.io.Streams;
import org.jspecify.annotations.NullMarked;

/**
 * TCP. What takes time has a function that starts it and one that finishes it; between the two {@code subscribe}
 * tells when.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:sockets/tcp@0.2.12")
@NullMarked
public interface Tcp {
    /**
     * Which direction of a connection is closed.
     *
     * @since 0.2.0
     */
    enum ShutdownType {
        /**
         * Nothing more will be received.
         */
        RECEIVE,

        /**
         * Nothing more will be sent.
         */
        SEND,

        /**
         * Both directions.
         */
        BOTH
    }

    /**
     * A TCP socket: bound, listening or connected, one after the other.
     *
     * @since 0.2.0
     */
    interface TcpSocket extends AutoCloseable {
        /**
         * Begins to bind the socket to an address of this host. Port 0 lets the host choose.
         *
         * @since 0.2.0
         */
        void startBind(Network.Network_ network, Network.IpSocketAddress localAddress) throws
                Network.ErrorCodeException;

        /**
         * Ends what {@code start-bind} began; {@code would-block} while it is not done.
         *
         * @since 0.2.0
         */
        void finishBind() throws Network.ErrorCodeException;

        /**
         * Begins to connect to another host; binds the socket first if it is not bound.
         *
         * @since 0.2.0
         */
        void startConnect(Network.Network_ network, Network.IpSocketAddress remoteAddress) throws
                Network.ErrorCodeException;

        /**
         * Ends what {@code start-connect} began and gives the two directions as streams. A failed attempt leaves the
         * socket closed.
         *
         * @since 0.2.0
         */
        Tuple2<Streams.InputStream, Streams.OutputStream> finishConnect() throws
                Network.ErrorCodeException;

        /**
         * Begins to wait for connections. The socket must be bound.
         *
         * @since 0.2.0
         */
        void startListen() throws Network.ErrorCodeException;

        /**
         * Ends what {@code start-listen} began; {@code would-block} while it is not done.
         *
         * @since 0.2.0
         */
        void finishListen() throws Network.ErrorCodeException;

        /**
         * The next connection that came in, with its two streams; {@code would-block} if there is none.
         *
         * @since 0.2.0
         */
        Tuple3<TcpSocket, Streams.InputStream, Streams.OutputStream> accept() throws
                Network.ErrorCodeException;

        /**
         * The address on this side; {@code invalid-state} if the socket is not bound.
         *
         * @since 0.2.0
         */
        Network.IpSocketAddress localAddress() throws Network.ErrorCodeException;

        /**
         * The address on the other side; {@code invalid-state} if the socket is not connected.
         *
         * @since 0.2.0
         */
        Network.IpSocketAddress remoteAddress() throws Network.ErrorCodeException;

        /**
         * Whether the socket waits for connections.
         *
         * @since 0.2.0
         */
        boolean isListening();

        /**
         * Which kind of IP the socket was made for.
         *
         * @since 0.2.0
         */
        Network.IpAddressFamily addressFamily();

        /**
         * Proposes how many connections may wait to be accepted; the host may choose another number. Zero is an error.
         *
         * @since 0.2.0
         */
        void setListenBacklogSize(long value) throws Network.ErrorCodeException;

        /**
         * Whether an idle connection is probed.
         *
         * @since 0.2.0
         */
        boolean keepAliveEnabled() throws Network.ErrorCodeException;

        /**
         * Turns the probing of an idle connection on or off.
         *
         * @since 0.2.0
         */
        void setKeepAliveEnabled(boolean value) throws Network.ErrorCodeException;

        /**
         * How long a connection is idle before it is probed.
         *
         * @since 0.2.0
         */
        long keepAliveIdleTime() throws Network.ErrorCodeException;

        /**
         * Sets how long a connection is idle before it is probed; the host may round it. Zero is an error.
         *
         * @since 0.2.0
         */
        void setKeepAliveIdleTime(long value) throws Network.ErrorCodeException;

        /**
         * The time between two probes.
         *
         * @since 0.2.0
         */
        long keepAliveInterval() throws Network.ErrorCodeException;

        /**
         * Sets the time between two probes; the host may round it. Zero is an error.
         *
         * @since 0.2.0
         */
        void setKeepAliveInterval(long value) throws Network.ErrorCodeException;

        /**
         * After how many unanswered probes a connection counts as dead.
         *
         * @since 0.2.0
         */
        long keepAliveCount() throws Network.ErrorCodeException;

        /**
         * Sets after how many unanswered probes a connection counts as dead. Zero is an error.
         *
         * @since 0.2.0
         */
        void setKeepAliveCount(long value) throws Network.ErrorCodeException;

        /**
         * How many routers a packet may pass.
         *
         * @since 0.2.0
         */
        int hopLimit() throws Network.ErrorCodeException;

        /**
         * Sets how many routers a packet may pass. Zero is an error.
         *
         * @since 0.2.0
         */
        void setHopLimit(int value) throws Network.ErrorCodeException;

        /**
         * Bytes that the host keeps for what arrives.
         *
         * @since 0.2.0
         */
        long receiveBufferSize() throws Network.ErrorCodeException;

        /**
         * Proposes how many bytes the host keeps for what arrives; it may choose another number. Zero is an error.
         *
         * @since 0.2.0
         */
        void setReceiveBufferSize(long value) throws Network.ErrorCodeException;

        /**
         * Bytes that the host keeps for what is to be sent.
         *
         * @since 0.2.0
         */
        long sendBufferSize() throws Network.ErrorCodeException;

        /**
         * Proposes how many bytes the host keeps for what is to be sent; it may choose another number. Zero is an error.
         *
         * @since 0.2.0
         */
        void setSendBufferSize(long value) throws Network.ErrorCodeException;

        /**
         * An event that is ready when the begun operation can be finished or a connection be accepted. Drop it before
         * the socket.
         *
         * @since 0.2.0
         */
        Poll.Pollable subscribe();

        /**
         * Closes one direction or both without dropping the socket. The streams end accordingly.
         *
         * @since 0.2.0
         */
        void shutdown(ShutdownType shutdownType) throws Network.ErrorCodeException;

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }
}
