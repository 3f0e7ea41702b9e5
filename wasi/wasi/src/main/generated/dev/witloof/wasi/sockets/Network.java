// Made by witloof-bindings from wasi:sockets/network@0.2.12.
// SHA-256 of its declarations: 86c1cc7e0c292cb4ddd86470dd717448a5bf57064249696d74719d051202d015
// Changes made here are lost when it is made again.
package dev.witloof.wasi.sockets;

import dev.witloof.host.Tuple4;
import dev.witloof.host.Tuple8;
import dev.witloof.host.WitInterface;
import org.jspecify.annotations.NullMarked;

/**
 * What the other interfaces share: addresses and errors.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:sockets/network@0.2.12")
@NullMarked
public interface Network {
    /**
     * Why an operation on a socket or a name did not succeed.
     *
     * @since 0.2.0
     */
    enum ErrorCode {
        /**
         * A failure for which there is no other code.
         */
        UNKNOWN,

        /**
         * Not permitted here.
         */
        ACCESS_DENIED,

        /**
         * The host cannot do this at all.
         */
        NOT_SUPPORTED,

        /**
         * An argument makes no sense for this operation.
         */
        INVALID_ARGUMENT,

        /**
         * The host has too little memory for it.
         */
        OUT_OF_MEMORY,

        /**
         * It took too long.
         */
        TIMEOUT,

        /**
         * Another operation on the same object is still running.
         */
        CONCURRENCY_CONFLICT,

        /**
         * There is no begun operation that could be finished.
         */
        NOT_IN_PROGRESS,

        /**
         * Not done yet; wait for {@code subscribe} and try again.
         */
        WOULD_BLOCK,

        /**
         * The socket's present state does not allow it.
         */
        INVALID_STATE,

        /**
         * There are too many sockets already.
         */
        NEW_SOCKET_LIMIT,

        /**
         * The address does not belong to this host.
         */
        ADDRESS_NOT_BINDABLE,

        /**
         * Someone else has the address or port, or no free port is left.
         */
        ADDRESS_IN_USE,

        /**
         * No way leads to the other side.
         */
        REMOTE_UNREACHABLE,

        /**
         * The other side does not accept the connection.
         */
        CONNECTION_REFUSED,

        /**
         * The other side broke the connection off.
         */
        CONNECTION_RESET,

        /**
         * The connection was broken off on this side.
         */
        CONNECTION_ABORTED,

        /**
         * A datagram has more bytes than can be sent.
         */
        DATAGRAM_TOO_LARGE,

        /**
         * There is no such name, or it has no address.
         */
        NAME_UNRESOLVABLE,

        /**
         * The look-up failed for now; trying again may help.
         */
        TEMPORARY_RESOLVER_FAILURE,

        /**
         * The look-up failed for good.
         */
        PERMANENT_RESOLVER_FAILURE
    }

    /**
     * An address of either kind.
     *
     * @since 0.2.0
     */
    sealed interface IpAddress {
        /**
         * An address of IP version 4.
         */
        record Ipv4(Tuple4<Integer, Integer, Integer, Integer> value) implements IpAddress {
        }

        /**
         * An address of IP version 6.
         */
        record Ipv6(
                Tuple8<Integer, Integer, Integer, Integer, Integer, Integer, Integer, Integer> value) implements IpAddress {
        }
    }

    /**
     * Which kind of IP.
     *
     * @since 0.2.0
     */
    enum IpAddressFamily {
        /**
         * IP version 4.
         */
        IPV4,

        /**
         * IP version 6.
         */
        IPV6
    }

    /**
     * Address and port of either kind.
     *
     * @since 0.2.0
     */
    sealed interface IpSocketAddress {
        /**
         * Address and port of IP version 4.
         */
        record Ipv4(Ipv4SocketAddress value) implements IpSocketAddress {
        }

        /**
         * Address and port of IP version 6.
         */
        record Ipv6(Ipv6SocketAddress value) implements IpSocketAddress {
        }
    }

    /**
     * Address and port.
     *
     * @param port The port; 0 asks for any free one.
     * @param address The host's address.
     * @since 0.2.0
     */
    record Ipv4SocketAddress(int port, Tuple4<Integer, Integer, Integer, Integer> address) {
    }

    /**
     * Address and port, with what IPv6 adds.
     *
     * @param port The port; 0 asks for any free one.
     * @param flowInfo The flow's label and class.
     * @param address The host's address.
     * @param scopeId The zone in which the address holds, such as a network interface.
     * @since 0.2.0
     */
    record Ipv6SocketAddress(int port, long flowInfo,
            Tuple8<Integer, Integer, Integer, Integer, Integer, Integer, Integer, Integer> address,
            long scopeId) {
    }

    /**
     * The right to use a network. A program without one reaches nobody.
     *
     * @since 0.2.0
     */
    interface Network_ extends AutoCloseable {
        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }

    /**
     * The failure of a function, with its error.
     */
    final class ErrorCodeException extends Exception {
        private static final long serialVersionUID = 1;

        private final transient ErrorCode error;

        /**
         * A failure with this error.
         */
        public ErrorCodeException(ErrorCode error) {
            super(String.valueOf(error));
            this.error = error;
        }

        /**
         * The error.
         */
        public ErrorCode error() {
            return error;
        }
    }
}
