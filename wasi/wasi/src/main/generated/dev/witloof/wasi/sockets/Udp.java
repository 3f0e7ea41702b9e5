// Made by witloof-bindings from wasi:sockets/udp@0.2.12.
// SHA-256 of its declarations: 97e70a644f4776534932f4db643ae61775348ba5ea8720a31c83057bdd557e69
// Changes made here are lost when it is made again.
package dev.witloof.wasi.sockets;

import dev.witloof.host.Tuple2;
import dev.witloof.host.WitInterface;
import dev.witloof.wasi.io.Poll;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/**
 * UDP.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:sockets/udp@0.2.12")
@NullMarked
public interface Udp {
    /**
     * A datagram that was received.
     *
     * @param data Its bytes, perhaps none.
     * @param remoteAddress Who sent it.
     * @since 0.2.0
     */
    record IncomingDatagram(byte[] data, Network.IpSocketAddress remoteAddress) {
    }

    /**
     * What a UDP socket receives.
     *
     * @since 0.2.0
     */
    interface IncomingDatagramStream extends AutoCloseable {
        /**
         * Up to {@code max-results} datagrams that are there now, perhaps none.
         *
         * @since 0.2.0
         */
        List<IncomingDatagram> receive(long maxResults) throws Network.ErrorCodeException;

        /**
         * An event that is ready when a datagram has arrived. Drop it before the stream.
         *
         * @since 0.2.0
         */
        Poll.Pollable subscribe();

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }

    /**
     * A datagram to be sent.
     *
     * @param data Its bytes, perhaps none.
     * @param remoteAddress To whom; nothing if the streams were opened for one peer only.
     * @since 0.2.0
     */
    record OutgoingDatagram(byte[] data, Optional<Network.IpSocketAddress> remoteAddress) {
    }

    /**
     * What a UDP socket sends.
     *
     * @since 0.2.0
     */
    interface OutgoingDatagramStream extends AutoCloseable {
        /**
         * How many datagrams the next {@code send} may have; zero means to wait for {@code subscribe}. Never blocks.
         */
        long checkSend() throws Network.ErrorCodeException;

        /**
         * Sends datagrams, no more than the last {@code check-send} allowed; more is a trap. Returns how many were sent,
         * counted from the first.
         *
         * @since 0.2.0
         */
        long send(List<OutgoingDatagram> datagrams) throws Network.ErrorCodeException;

        /**
         * An event that is ready when datagrams can be sent. Drop it before the stream.
         *
         * @since 0.2.0
         */
        Poll.Pollable subscribe();

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }

    /**
     * A UDP socket.
     *
     * @since 0.2.0
     */
    interface UdpSocket extends AutoCloseable {
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
         * Opens the socket's two directions, for one peer or for all. Drop the streams of an earlier call first.
         *
         * @since 0.2.0
         */
        Tuple2<IncomingDatagramStream, OutgoingDatagramStream> stream(
                Optional<Network.IpSocketAddress> remoteAddress) throws Network.ErrorCodeException;

        /**
         * The address on this side; {@code invalid-state} if the socket is not bound.
         *
         * @since 0.2.0
         */
        Network.IpSocketAddress localAddress() throws Network.ErrorCodeException;

        /**
         * The peer for which the streams were opened; {@code invalid-state} if there is none.
         *
         * @since 0.2.0
         */
        Network.IpSocketAddress remoteAddress() throws Network.ErrorCodeException;

        /**
         * Which kind of IP the socket was made for.
         *
         * @since 0.2.0
         */
        Network.IpAddressFamily addressFamily();

        /**
         * How many routers a datagram may pass.
         *
         * @since 0.2.0
         */
        int unicastHopLimit() throws Network.ErrorCodeException;

        /**
         * Sets how many routers a datagram may pass. Zero is an error.
         *
         * @since 0.2.0
         */
        void setUnicastHopLimit(int value) throws Network.ErrorCodeException;

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
         * An event that is ready when the begun operation can be finished. Drop it before the socket.
         *
         * @since 0.2.0
         */
        Poll.Pollable subscribe();

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }
}
