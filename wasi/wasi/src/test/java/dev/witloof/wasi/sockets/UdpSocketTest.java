package dev.witloof.wasi.sockets;

import static dev.witloof.wasi.sockets.Nets.at;
import static dev.witloof.wasi.sockets.Nets.error;
import static dev.witloof.wasi.sockets.Nets.loopback;
import static dev.witloof.wasi.sockets.Nets.port;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.TrapException;
import dev.witloof.host.Tuple2;
import dev.witloof.wasi.sockets.Network.ErrorCode;
import dev.witloof.wasi.sockets.Network.ErrorCodeException;
import dev.witloof.wasi.sockets.Network.IpAddressFamily;
import dev.witloof.wasi.sockets.Network.IpSocketAddress;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class UdpSocketTest {

    private static final IpAddressFamily IPV4 = IpAddressFamily.IPV4;

    private final Nets nets = Nets.of("loopback");

    @AfterEach
    void close() {
        nets.close();
    }

    private record Streams(Udp.IncomingDatagramStream in, Udp.OutgoingDatagramStream out) {

        static Streams of(Udp.UdpSocket socket) throws ErrorCodeException {
            return of(socket, Optional.empty());
        }

        static Streams of(Udp.UdpSocket socket, IpSocketAddress remote) throws ErrorCodeException {
            return of(socket, Optional.of(remote));
        }

        private static Streams of(Udp.UdpSocket socket, Optional<IpSocketAddress> remote) throws ErrorCodeException {
            Tuple2<Udp.IncomingDatagramStream, Udp.OutgoingDatagramStream> both = socket.stream(remote);
            return new Streams(both.v0(), both.v1());
        }

        long send(Udp.OutgoingDatagram... datagrams) throws ErrorCodeException {
            assertThat(out.checkSend()).isEqualTo(64);
            return out.send(List.of(datagrams));
        }

        List<Udp.IncomingDatagram> receive(int count) throws ErrorCodeException {
            List<Udp.IncomingDatagram> all = new ArrayList<>();
            while (all.size() < count) {
                in.subscribe().block();
                all.addAll(in.receive(count - all.size()));
            }
            return all;
        }

        void close() {
            in.close();
            out.close();
        }
    }

    private static Udp.OutgoingDatagram to(IpSocketAddress remote, int... bytes) {
        return new Udp.OutgoingDatagram(bytes(bytes), Optional.of(remote));
    }

    private static Udp.OutgoingDatagram toPeer(int... bytes) {
        return new Udp.OutgoingDatagram(bytes(bytes), Optional.empty());
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @ParameterizedTest
    @EnumSource
    void datagramsGoBothWays(IpAddressFamily family) throws Exception {
        Udp.UdpSocket one = nets.boundUdp(family);
        Udp.UdpSocket two = nets.boundUdp(family);
        assertThat(one.addressFamily()).isEqualTo(family);
        assertThat(one.subscribe().ready()).isTrue();
        assertThat(error(one::remoteAddress)).isEqualTo(ErrorCode.INVALID_STATE);
        Streams first = Streams.of(one);
        Streams second = Streams.of(two);
        assertThat(second.in().subscribe().ready()).isFalse();
        assertThat(second.in().receive(10)).isEmpty();
        assertThat(second.in().receive(0)).isEmpty();

        assertThat(first.send(to(two.localAddress(), 1, 2), to(two.localAddress()), to(two.localAddress(), 3)))
                .isEqualTo(3);
        List<Udp.IncomingDatagram> received = second.receive(3);
        assertThat(received).extracting(Udp.IncomingDatagram::data).containsExactly(bytes(1, 2), bytes(), bytes(3));
        assertThat(received).allMatch(each -> {
            try {
                return each.remoteAddress().equals(one.localAddress());
            } catch (ErrorCodeException e) {
                return false;
            }
        });
        second.send(to(received.get(0).remoteAddress(), 9));
        assertThat(first.receive(1).get(0).data()).containsExactly(9);

        first.close();
        one.close();
        two.close();
        second.close();
        assertThat(nets.given.sockets().count()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aStreamToOnePeerIsForThatPeer(IpAddressFamily family) throws Exception {
        Udp.UdpSocket server = nets.boundUdp(family);
        Udp.UdpSocket stranger = nets.boundUdp(family);
        Udp.UdpSocket client = nets.boundUdp(family);
        Streams serving = Streams.of(server);
        Streams foreign = Streams.of(stranger);
        foreign.send(to(client.localAddress(), 66));
        Streams streams = Streams.of(client, server.localAddress());
        assertThat(client.remoteAddress()).isEqualTo(server.localAddress());
        foreign.send(to(client.localAddress(), 77));
        assertThat(streams.send(toPeer(1), to(server.localAddress(), 2))).isEqualTo(2);
        assertThat(serving.receive(2)).extracting(each -> each.data()[0]).containsExactly((byte) 1, (byte) 2);
        serving.send(to(client.localAddress(), 3));
        List<Udp.IncomingDatagram> received = streams.receive(1);
        assertThat(received.get(0).data()).containsExactly(3);
        assertThat(received.get(0).remoteAddress()).isEqualTo(server.localAddress());
        assertThat(error(() -> streams.send(to(stranger.localAddress(), 4)))).isEqualTo(ErrorCode.INVALID_ARGUMENT);

        Streams open = Streams.of(client);
        assertThat(error(client::remoteAddress)).isEqualTo(ErrorCode.INVALID_STATE);
        assertThat(error(() -> streams.in().receive(1))).isEqualTo(ErrorCode.INVALID_STATE);
        assertThat(error(() -> streams.out().checkSend())).isEqualTo(ErrorCode.INVALID_STATE);
        assertThat(streams.in().subscribe().ready()).isTrue();
        assertThat(error(() -> open.send(toPeer(5)))).isEqualTo(ErrorCode.INVALID_ARGUMENT);
        foreign.send(to(client.localAddress(), 6));
        assertThat(open.receive(1).get(0).data()).containsExactly(6);
    }

    @Test
    void statesAreKept() throws Exception {
        Udp.UdpSocket socket = nets.given.createUdpSocket(IPV4);
        assertThat(error(socket::localAddress)).isEqualTo(ErrorCode.INVALID_STATE);
        assertThat(error(() -> socket.stream(Optional.empty()))).isEqualTo(ErrorCode.INVALID_STATE);
        assertThat(error(socket::finishBind)).isEqualTo(ErrorCode.NOT_IN_PROGRESS);
        assertThat(error(() -> socket.startBind(nets.network(), at("::1", 0)))).isEqualTo(ErrorCode.INVALID_ARGUMENT);
        socket.startBind(nets.network(), at("127.0.0.1", 0));
        assertThat(error(() -> socket.startBind(nets.network(), at("127.0.0.1", 0))))
                .isEqualTo(ErrorCode.INVALID_STATE);
        assertThat(error(socket::localAddress)).isEqualTo(ErrorCode.INVALID_STATE);
        assertThat(error(() -> socket.stream(Optional.empty()))).isEqualTo(ErrorCode.INVALID_STATE);
        socket.finishBind();
        assertThat(error(socket::finishBind)).isEqualTo(ErrorCode.NOT_IN_PROGRESS);
        assertThat(error(() -> socket.startBind(nets.network(), at("127.0.0.1", 0))))
                .isEqualTo(ErrorCode.INVALID_STATE);
        assertThat(port(socket.localAddress())).isPositive();
        Udp.UdpSocket second = nets.given.createUdpSocket(IPV4);
        assertThat(error(() -> second.startBind(nets.network(), socket.localAddress())))
                .isEqualTo(ErrorCode.ADDRESS_IN_USE);
    }

    @ParameterizedTest
    @EnumSource
    void addressesThatNothingCanBeSentTo(IpAddressFamily family) throws Exception {
        IpAddressFamily other = family == IPV4 ? IpAddressFamily.IPV6 : IPV4;
        Udp.UdpSocket socket = nets.boundUdp(family);
        Streams streams = Streams.of(socket);
        for (IpSocketAddress remote :
                List.of(at(loopback(other), 9), at(loopback(family), 0), at(family == IPV4 ? "0.0.0.0" : "::", 9))) {
            assertThat(error(() -> socket.stream(Optional.of(remote)))).isEqualTo(ErrorCode.INVALID_ARGUMENT);
            assertThat(error(() -> streams.send(to(remote, 1)))).isEqualTo(ErrorCode.INVALID_ARGUMENT);
        }
        assertThat(streams.send(to(socket.localAddress(), 1), to(at(loopback(family), 0), 2)))
                .as("the first was sent")
                .isEqualTo(1);
        assertThat(streams.receive(1).get(0).data()).containsExactly(1);
    }

    @Test
    void aDatagramHasALargestSize() throws Exception {
        Udp.UdpSocket socket = nets.boundUdp(IPV4);
        Streams streams = Streams.of(socket);
        assertThat(error(() -> streams.send(to(socket.localAddress(), new int[65508]))))
                .isEqualTo(ErrorCode.DATAGRAM_TOO_LARGE);
        assertThat(streams.send(to(socket.localAddress(), new int[65507]))).isEqualTo(1);
        assertThat(streams.receive(1).get(0).data()).hasSize(65507);
    }

    @Test
    void nobodyIsThere() throws Exception {
        IpSocketAddress gone;
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            gone = at("127.0.0.1", socket.getLocalPort());
        }
        Streams streams = Streams.of(nets.boundUdp(IPV4), gone);
        assertThat(streams.send(toPeer(1))).isEqualTo(1);
        streams.in().subscribe().block();
        assertThat(error(() -> streams.in().receive(1))).isEqualTo(ErrorCode.CONNECTION_REFUSED);
    }

    @Test
    void whatIsSentHasToBePermitted() throws Exception {
        Udp.UdpSocket socket = nets.boundUdp(IPV4);
        Streams streams = Streams.of(socket);
        Udp.OutgoingDatagram datagram = to(socket.localAddress(), 1);
        assertThatThrownBy(() -> streams.out().send(List.of(datagram)))
                .isInstanceOf(TrapException.class)
                .hasMessage("send: expected at most 0 datagrams, as check-send allowed, found 1");
        assertThat(streams.out().send(List.of())).isZero();
        assertThat(streams.out().checkSend()).isEqualTo(64);
        assertThatThrownBy(() -> streams.out().send(Collections.nCopies(65, datagram)))
                .isInstanceOf(TrapException.class)
                .hasMessage("send: expected at most 64 datagrams, as check-send allowed, found 65");
        assertThat(streams.send(Collections.nCopies(64, datagram).toArray(new Udp.OutgoingDatagram[0])))
                .isEqualTo(64);
        assertThatThrownBy(() -> streams.out().send(List.of(datagram)))
                .isInstanceOf(TrapException.class)
                .hasMessage("send: expected at most 0 datagrams, as check-send allowed, found 1");
        assertThat(streams.out().subscribe().ready()).isTrue();
        assertThat(streams.receive(64)).hasSize(64);
    }

    @Test
    void thePolicyHoldsForEachDatagram() throws Exception {
        try (DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                DatagramSocket stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                Nets some = Nets.of("send=127.0.0.1:" + server.getLocalPort())) {
            Udp.UdpSocket socket = some.given.createUdpSocket(IPV4);
            assertThat(error(() -> socket.startBind(some.network(), at("127.0.0.1", 0))))
                    .isEqualTo(ErrorCode.ACCESS_DENIED);
            assertThat(error(() -> socket.startBind(some.network(), at("0.0.0.0", 7777))))
                    .isEqualTo(ErrorCode.ACCESS_DENIED);
            socket.startBind(some.network(), at("0.0.0.0", 0));
            socket.finishBind();
            Streams streams = Streams.of(socket);
            IpSocketAddress allowed = at("127.0.0.1", server.getLocalPort());
            IpSocketAddress denied = at("127.0.0.1", stranger.getLocalPort());
            assertThat(error(() -> streams.send(to(denied, 1)))).isEqualTo(ErrorCode.ACCESS_DENIED);
            assertThat(error(() -> socket.stream(Optional.of(denied)))).isEqualTo(ErrorCode.ACCESS_DENIED);
            assertThat(streams.send(to(allowed, 1), to(denied, 2))).isEqualTo(1);
            DatagramPacket packet = new DatagramPacket(new byte[9], 9);
            server.receive(packet);
            assertThat(packet.getLength()).isEqualTo(1);

            // Bound for answers only: what others send does not arrive.
            InetSocketAddress guest = new InetSocketAddress("127.0.0.1", port(socket.localAddress()));
            stranger.send(new DatagramPacket(new byte[3], 3, guest));
            server.send(new DatagramPacket(new byte[5], 5, guest));
            assertThat(streams.receive(1).get(0).data()).hasSize(5);
            assertThat(streams.in().receive(5)).isEmpty();
        }
        try (Nets none = Nets.of("connect=127.0.0.1")) {
            Udp.UdpSocket socket = none.given.createUdpSocket(IPV4);
            assertThat(error(() -> socket.startBind(none.network(), at("0.0.0.0", 0))))
                    .isEqualTo(ErrorCode.ACCESS_DENIED);
        }
    }

    @Test
    void broadcastsAreDenied() throws Exception {
        try (Nets any = Nets.of("any")) {
            Streams streams = Streams.of(any.boundUdp(IPV4));
            assertThat(error(() -> streams.send(to(at("255.255.255.255", 9), 1))))
                    .isEqualTo(ErrorCode.ACCESS_DENIED);
        }
    }

    @Test
    void aSocketForIpv6GetsNothingOfIpv4() throws Exception {
        Ipv6.assumeThere();
        try (Nets any = Nets.of("any");
                DatagramChannel foreign = DatagramChannel.open(StandardProtocolFamily.INET)) {
            Udp.UdpSocket socket = any.given.createUdpSocket(IpAddressFamily.IPV6);
            socket.startBind(any.network(), at("::", 0));
            socket.finishBind();
            Streams streams = Streams.of(socket);
            int port = port(socket.localAddress());
            foreign.send(ByteBuffer.allocate(3), new InetSocketAddress("127.0.0.1", port));
            Streams.of(any.boundUdp(IpAddressFamily.IPV6)).send(to(at("::1", port), 5));
            assertThat(streams.receive(1).get(0).data()).containsExactly(5);
            assertThat(streams.in().receive(5)).isEmpty();
        }
    }

    @Test
    void optionsAreTheSystems() throws Exception {
        Udp.UdpSocket socket = nets.given.createUdpSocket(IPV4);
        socket.setReceiveBufferSize(10_000);
        assertThat(socket.receiveBufferSize()).isGreaterThanOrEqualTo(10_000);
        socket.setSendBufferSize(20_000);
        assertThat(socket.sendBufferSize()).isGreaterThanOrEqualTo(20_000);
        assertThat(error(() -> socket.setReceiveBufferSize(0))).isEqualTo(ErrorCode.INVALID_ARGUMENT);
        assertThat(error(() -> socket.setSendBufferSize(0))).isEqualTo(ErrorCode.INVALID_ARGUMENT);
        assertThat(error(() -> socket.setUnicastHopLimit(0))).isEqualTo(ErrorCode.INVALID_ARGUMENT);
        assertThat(error(() -> socket.setUnicastHopLimit(9))).isEqualTo(ErrorCode.NOT_SUPPORTED);
        assertThat(error(socket::unicastHopLimit)).isEqualTo(ErrorCode.NOT_SUPPORTED);
    }
}
