package dev.witloof.wasi.sockets;

import dev.witloof.host.Tuple4;
import dev.witloof.host.Tuple8;
import dev.witloof.wasi.sockets.Network.ErrorCode;
import dev.witloof.wasi.sockets.Network.ErrorCodeException;
import dev.witloof.wasi.sockets.Network.IpAddress;
import dev.witloof.wasi.sockets.Network.IpAddressFamily;
import dev.witloof.wasi.sockets.Network.IpSocketAddress;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/** Addresses of guests as Java's, and the other way round. */
final class SocketAddresses {

    private SocketAddresses() {}

    /**
     * A guest's address as Java's.
     *
     * @throws ErrorCodeException if it is of another family, also if it is one of IPv4 in IPv6's form
     */
    static InetSocketAddress java(IpSocketAddress address, IpAddressFamily family) throws ErrorCodeException {
        InetSocketAddress java = address instanceof IpSocketAddress.Ipv6 ipv6
                ? java(ipv6.value())
                : java(((IpSocketAddress.Ipv4) address).value());
        if (family(java.getAddress()) != family) {
            throw SocketErrors.error(ErrorCode.INVALID_ARGUMENT);
        }
        return java;
    }

    private static InetSocketAddress java(Network.Ipv4SocketAddress address) {
        Tuple4<Integer, Integer, Integer, Integer> bytes = address.address();
        return new InetSocketAddress(
                Addresses.of(new byte[] {
                    bytes.v0().byteValue(),
                    bytes.v1().byteValue(),
                    bytes.v2().byteValue(),
                    bytes.v3().byteValue()
                }),
                address.port());
    }

    private static InetSocketAddress java(Network.Ipv6SocketAddress address) {
        Tuple8<Integer, Integer, Integer, Integer, Integer, Integer, Integer, Integer> groups = address.address();
        byte[] bytes = ByteBuffer.allocate(16)
                .putShort(groups.v0().shortValue())
                .putShort(groups.v1().shortValue())
                .putShort(groups.v2().shortValue())
                .putShort(groups.v3().shortValue())
                .putShort(groups.v4().shortValue())
                .putShort(groups.v5().shortValue())
                .putShort(groups.v6().shortValue())
                .putShort(groups.v7().shortValue())
                .array();
        InetAddress plain = Addresses.of(bytes);
        return new InetSocketAddress(
                plain instanceof Inet6Address && address.scopeId() != 0
                        ? scoped(bytes, (int) address.scopeId())
                        : plain,
                address.port());
    }

    private static InetAddress scoped(byte[] bytes, int scope) {
        try {
            return Inet6Address.getByAddress(null, bytes, scope);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("address: expected 16 bytes, found " + bytes.length, e);
        }
    }

    static ProtocolFamily java(IpAddressFamily family) {
        return family == IpAddressFamily.IPV4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
    }

    static IpAddressFamily family(InetAddress address) {
        return address instanceof Inet4Address ? IpAddressFamily.IPV4 : IpAddressFamily.IPV6;
    }

    /** An address of Java's as a guest's. */
    static IpSocketAddress guest(SocketAddress address) {
        InetSocketAddress java = (InetSocketAddress) address;
        IpAddress plain = guest(java.getAddress());
        return plain instanceof IpAddress.Ipv4 ipv4
                ? new IpSocketAddress.Ipv4(new Network.Ipv4SocketAddress(java.getPort(), ipv4.value()))
                : new IpSocketAddress.Ipv6(new Network.Ipv6SocketAddress(
                        java.getPort(),
                        0,
                        ((IpAddress.Ipv6) plain).value(),
                        Integer.toUnsignedLong(((Inet6Address) java.getAddress()).getScopeId())));
    }

    /** An address of Java's as a guest's, without its scope. */
    static IpAddress guest(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        if (address instanceof Inet4Address) {
            return new IpAddress.Ipv4(new Tuple4<>(octet(bytes), octet(bytes), octet(bytes), octet(bytes)));
        }
        return new IpAddress.Ipv6(new Tuple8<>(
                group(bytes),
                group(bytes),
                group(bytes),
                group(bytes),
                group(bytes),
                group(bytes),
                group(bytes),
                group(bytes)));
    }

    private static int octet(ByteBuffer bytes) {
        return Byte.toUnsignedInt(bytes.get());
    }

    private static int group(ByteBuffer bytes) {
        return Short.toUnsignedInt(bytes.getShort());
    }
}
