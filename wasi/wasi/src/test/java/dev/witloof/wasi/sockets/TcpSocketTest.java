package dev.witloof.wasi.sockets;

import static dev.witloof.wasi.sockets.Nets.accept;
import static dev.witloof.wasi.sockets.Nets.at;
import static dev.witloof.wasi.sockets.Nets.error;
import static dev.witloof.wasi.sockets.Nets.loopback;
import static dev.witloof.wasi.sockets.Nets.port;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.TrapException;
import dev.witloof.host.Tuple8;
import dev.witloof.wasi.io.Poll;
import dev.witloof.wasi.io.Polling;
import dev.witloof.wasi.io.Streams;
import dev.witloof.wasi.sockets.Network.ErrorCode;
import dev.witloof.wasi.sockets.Network.IpAddressFamily;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class TcpSocketTest {

    private static final IpAddressFamily IPV4 = IpAddressFamily.IPV4;

    private final Nets nets = Nets.of("loopback");

    @AfterEach
    void close() {
        nets.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static String closedOr(ReadingCall call) {
        try {
            call.run();
            return "no error";
        } catch (Streams.StreamErrorException e) {
            return e.error() instanceof Streams.StreamError.LastOperationFailed failed
                    ? failed.value().toDebugString()
                    : "closed";
        }
    }

    private interface ReadingCall {
        void run() throws Streams.StreamErrorException;
    }

    @ParameterizedTest
    @EnumSource
    void aClientAndAServerTalk(IpAddressFamily family) throws Exception {
        Tcp.TcpSocket listener = nets.listening(family);
        int port = port(listener.localAddress());
        assertThat(listener.isListening()).isTrue();
        assertThat(listener.addressFamily()).isEqualTo(family);
        assertThat(listener.localAddress()).isEqualTo(at(loopback(family), port));
        assertThat(listener.subscribe().ready()).isFalse();
        assertThat(error(listener::accept)).isEqualTo(ErrorCode.WOULD_BLOCK);

        Nets.Connected client = nets.connect(family, port);
        Nets.Connected server = accept(listener);
        assertThat(client.socket().remoteAddress()).isEqualTo(listener.localAddress());
        assertThat(server.socket().localAddress()).isEqualTo(listener.localAddress());
        assertThat(server.socket().remoteAddress()).isEqualTo(client.socket().localAddress());
        assertThat(server.socket().isListening()).isFalse();

        assertThat(client.in().read(10)).isEmpty();
        assertThat(client.in().subscribe().ready()).isFalse();
        client.out().blockingWriteAndFlush(bytes("hello"));
        assertThat(text(server.in().blockingRead(100))).isEqualTo("hello");
        server.out().blockingWriteAndFlush(bytes("there"));
        client.in().subscribe().block();
        assertThat(text(client.in().read(3))).isEqualTo("the");
        assertThat(text(client.in().read(3))).isEqualTo("re");

        server.close();
        client.in().subscribe().block();
        assertThat(closedOr(() -> client.in().read(1))).isEqualTo("closed");
        client.close();
        listener.close();
        assertThat(nets.given.sockets().count()).isZero();
    }

    @Test
    void directionsAreShutDownOneByOne() throws Exception {
        Tcp.TcpSocket listener = nets.listening(IPV4);
        Nets.Connected client = nets.connect(IPV4, port(listener.localAddress()));
        Nets.Connected server = accept(listener);
        client.out().blockingWriteAndFlush(bytes("last"));
        client.socket().shutdown(Tcp.ShutdownType.SEND);
        client.socket().shutdown(Tcp.ShutdownType.SEND);
        assertThat(closedOr(() -> client.out().checkWrite())).isEqualTo("closed");
        assertThat(client.out().subscribe().ready()).isTrue();
        assertThat(text(server.in().blockingRead(100))).isEqualTo("last");
        assertThat(closedOr(() -> server.in().blockingRead(1))).isEqualTo("closed");

        server.out().blockingWriteAndFlush(bytes("answer"));
        assertThat(text(client.in().blockingRead(100))).isEqualTo("answer");
        server.out().blockingWriteAndFlush(bytes("unread"));
        client.socket().shutdown(Tcp.ShutdownType.RECEIVE);
        client.socket().shutdown(Tcp.ShutdownType.BOTH);
        assertThat(client.in().subscribe().ready()).isTrue();
        assertThat(closedOr(() -> client.in().read(1))).isEqualTo("closed");
        assertThat(client.socket().remoteAddress()).isEqualTo(listener.localAddress());
    }

    @Test
    void whatWasWrittenArrivesHoweverSlowThePeerIs() throws Exception {
        byte[] bytes = random(3_000_000);
        try (ServerSocket server = new ServerSocket()) {
            server.setReceiveBufferSize(4096);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Nets.Connected client = nets.connect(IPV4, server.getLocalPort());
            try (Socket peer = server.accept()) {
                int written = 0;
                for (long room = client.out().checkWrite();
                        room == 65536;
                        room = client.out().checkWrite()) {
                    client.out().write(Arrays.copyOfRange(bytes, written, written + (int) room));
                    written += (int) room;
                }
                assertThat(written).as("the peer reads nothing yet").isLessThan(bytes.length);
                byte[] sent = Arrays.copyOf(bytes, written);
                client.socket().shutdown(Tcp.ShutdownType.SEND);
                client.close();
                FutureTask<byte[]> reading =
                        new FutureTask<>(() -> peer.getInputStream().readAllBytes());
                new Thread(reading).start();
                // What waits is pushed by whatever the guest does with its sockets; here it waits for another one.
                Tcp.TcpSocket other = nets.listening(IPV4);
                Thread.sleep(100);
                while (nets.given.sockets().count() > 1) {
                    other.subscribe().ready();
                    Thread.sleep(1);
                }
                assertThat(reading.get(20, TimeUnit.SECONDS)).isEqualTo(sent);
            }
        }
    }

    @Test
    void whatWasWrittenArrivesWhenTheInstanceIsClosed() throws Exception {
        try (ServerSocket server = new ServerSocket()) {
            server.setReceiveBufferSize(4096);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Nets.Connected client = nets.connect(IPV4, server.getLocalPort());
            try (Socket peer = server.accept()) {
                int written = 0;
                for (long room = client.out().checkWrite();
                        room == 65536;
                        room = client.out().checkWrite()) {
                    client.out().write(new byte[(int) room]);
                    written += (int) room;
                }
                FutureTask<byte[]> reading =
                        new FutureTask<>(() -> peer.getInputStream().readAllBytes());
                new Thread(reading).start();
                nets.close();
                assertThat(reading.get(20, TimeUnit.SECONDS)).hasSize(written);
            }
        }
    }

    @Test
    void aResetIsAFailureOnce() throws Exception {
        Tcp.TcpSocket listener = nets.listening(IPV4);
        try (Socket peer = new Socket(InetAddress.getLoopbackAddress(), port(listener.localAddress()))) {
            Nets.Connected server = accept(listener);
            peer.setSoLinger(true, 0);
            peer.close();
            server.in().subscribe().block();
            assertThat(closedOr(() -> server.in().read(1))).isEqualTo("Connection reset");
            assertThat(closedOr(() -> server.in().read(1))).isEqualTo("closed");
            assertThat(closedOr(() -> server.out().blockingWriteAndFlush(new byte[1])))
                    .isIn("Broken pipe", "Connection reset", "Connection reset by peer");
            server.close();
        }
    }

    @Test
    void nobodyListens() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        Tcp.TcpSocket socket = nets.tcp(IPV4);
        socket.startConnect(nets.network(), at("127.0.0.1", port));
        socket.subscribe().block();
        assertThat(error(socket::finishConnect)).isEqualTo(ErrorCode.CONNECTION_REFUSED);
        assertThat(error(socket::finishConnect)).isEqualTo(ErrorCode.NOT_IN_PROGRESS);
        assertThat(socket.subscribe().ready()).isTrue();
        assertThat(error(socket::localAddress)).isEqualTo(ErrorCode.INVALID_STATE);
        assertThat(error(socket::keepAliveEnabled)).isEqualTo(ErrorCode.INVALID_STATE);
        assertThat(error(() -> socket.startBind(nets.network(), at("127.0.0.1", 0))))
                .isEqualTo(ErrorCode.INVALID_STATE);
        assertThat(nets.given.sockets().count()).isZero();
        socket.close();
    }

    @Test
    void anAddressIsInUseOrNotOfThisMachine() throws Exception {
        Tcp.TcpSocket listener = nets.listening(IPV4);
        Tcp.TcpSocket second = nets.tcp(IPV4);
        assertThat(error(() -> second.startBind(nets.network(), listener.localAddress())))
                .isEqualTo(ErrorCode.ADDRESS_IN_USE);
        second.startBind(nets.network(), at("127.0.0.1", 0));
        second.finishBind();
        try (Nets wide = Nets.of("*")) {
            try (Nets binding = Nets.of("bind=*")) {
                Tcp.TcpSocket third = binding.tcp(IPV4);
                assertThat(error(() -> third.startBind(binding.network(), at("192.0.2.1", 0))))
                        .isEqualTo(ErrorCode.ADDRESS_NOT_BINDABLE);
                assertThat(error(third::finishBind)).isEqualTo(ErrorCode.NOT_IN_PROGRESS);
            }
            assertThat(error(() -> wide.tcp(IPV4).startBind(wide.network(), at("127.0.0.1", 0))))
                    .isEqualTo(ErrorCode.ACCESS_DENIED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void addressesThatNoSocketCanHave(IpAddressFamily family) throws Exception {
        IpAddressFamily other = family == IPV4 ? IpAddressFamily.IPV6 : IPV4;
        String multicast = family == IPV4 ? "224.0.0.1" : "ff02::1";
        Tcp.TcpSocket socket = nets.tcp(family);
        assertThat(error(() -> socket.startBind(nets.network(), at(loopback(other), 0))))
                .isEqualTo(ErrorCode.INVALID_ARGUMENT);
        assertThat(error(() -> socket.startBind(nets.network(), at(multicast, 0))))
                .isEqualTo(ErrorCode.INVALID_ARGUMENT);
        for (Network.IpSocketAddress remote : List.of(
                at(loopback(other), 80),
                at(multicast, 80),
                at(family == IPV4 ? "0.0.0.0" : "::", 80),
                at(loopback(family), 0))) {
            Tcp.TcpSocket client = nets.tcp(family);
            assertThat(error(() -> client.startConnect(nets.network(), remote))).isEqualTo(ErrorCode.INVALID_ARGUMENT);
            assertThat(error(client::localAddress)).isEqualTo(ErrorCode.INVALID_STATE);
            assertThat(error(() -> client.startConnect(nets.network(), remote))).isEqualTo(ErrorCode.INVALID_STATE);
        }
    }

    @Test
    void addressesOfIpv4InTheFormOfIpv6AreInvalid() throws Exception {
        Ipv6.assumeThere();
        Network.IpSocketAddress mapped = new Network.IpSocketAddress.Ipv6(
                new Network.Ipv6SocketAddress(80, 0, new Tuple8<>(0, 0, 0, 0, 0, 0xffff, 0x7f00, 1), 0));
        Tcp.TcpSocket socket = nets.tcp(IpAddressFamily.IPV6);
        assertThat(error(() -> socket.startBind(nets.network(), mapped))).isEqualTo(ErrorCode.INVALID_ARGUMENT);
        assertThat(error(() -> socket.startConnect(nets.network(), mapped))).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    }

    @Test
    void whatThePolicyRefusesIsDeniedBeforeAnythingIsSent() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Nets other = Nets.of("connect=127.0.0.1:1")) {
            Tcp.TcpSocket socket = other.tcp(IPV4);
            assertThat(error(() -> socket.startConnect(other.network(), at("127.0.0.1", server.getLocalPort()))))
                    .isEqualTo(ErrorCode.ACCESS_DENIED);
            server.setSoTimeout(50);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
            Tcp.TcpSocket second = other.tcp(IPV4);
            assertThat(error(() -> second.startBind(other.network(), at("127.0.0.1", 0))))
                    .isEqualTo(ErrorCode.ACCESS_DENIED);
            second.startBind(nets.network(), at("127.0.0.1", 0));
            second.finishBind();
            assertThat(error(() -> second.startConnect(other.network(), at("127.0.0.1", 1))))
                    .as("bound in another network")
                    .isEqualTo(ErrorCode.INVALID_ARGUMENT);
        }
    }

    @Test
    void theNetworkThatIsPassedDecides() throws Exception {
        Tcp.TcpSocket listener = nets.listening(IPV4);
        try (Nets nothing = Nets.of("none")) {
            Tcp.TcpSocket socket = nothing.tcp(IPV4);
            socket.startConnect(nets.network(), listener.localAddress());
            socket.subscribe().block();
            socket.finishConnect();
            Tcp.TcpSocket own = nets.tcp(IPV4);
            assertThat(error(() -> own.startConnect(nothing.network(), listener.localAddress())))
                    .isEqualTo(ErrorCode.ACCESS_DENIED);
        }
        assertThatThrownBy(() -> nets.tcp(IPV4).startConnect(new Network.Network_() {}, listener.localAddress()))
                .isInstanceOf(TrapException.class)
                .hasMessageContaining(
                        "network: expected one that dev.witloof.wasi.sockets.GivenNetwork gave, found a dev.witloof.wasi.sockets.TcpSocketTest$");
    }

    @Test
    void theSocketsOfAnInstanceAreLimited() throws Exception {
        try (Nets three = Nets.limited(3)) {
            Tcp.TcpSocket listener = three.listening(IPV4);
            Nets.Connected client = three.connect(IPV4, port(listener.localAddress()));
            Tcp.TcpSocket third = three.tcp(IPV4);
            assertThat(error(() -> three.tcp(IPV4))).isEqualTo(ErrorCode.NEW_SOCKET_LIMIT);
            assertThat(error(() -> three.given.createUdpSocket(IPV4))).isEqualTo(ErrorCode.NEW_SOCKET_LIMIT);
            listener.subscribe().block();
            assertThat(error(listener::accept)).isEqualTo(ErrorCode.NEW_SOCKET_LIMIT);
            third.close();
            Nets.Connected server = accept(listener);
            server.out().blockingWriteAndFlush(bytes("x"));
            assertThat(text(client.in().blockingRead(9))).isEqualTo("x");
        }
    }

    @Test
    void aSocketForIpv6TakesNoConnectionsOfIpv4() throws Exception {
        Ipv6.assumeThere();
        try (Nets any = Nets.of("any")) {
            Tcp.TcpSocket listener = any.tcp(IpAddressFamily.IPV6);
            listener.startBind(any.network(), at("::", 0));
            listener.finishBind();
            listener.startListen();
            listener.finishListen();
            int port = port(listener.localAddress());
            try (Socket foreign = new Socket("127.0.0.1", port)) {
                assertThat(error(listener::accept)).isEqualTo(ErrorCode.WOULD_BLOCK);
                assertThat(listener.subscribe().ready()).isFalse();
                assertThat(foreign.getInputStream().read()).isEqualTo(-1);
            }
            any.connect(IpAddressFamily.IPV6, port);
            assertThat(accept(listener).socket().remoteAddress()).isInstanceOf(Network.IpSocketAddress.Ipv6.class);
        }
    }

    @Test
    void socketsAndOthersAreWaitedForAtOnce() throws Exception {
        Tcp.TcpSocket listener = nets.listening(IPV4);
        Nets.Connected client = nets.connect(IPV4, port(listener.localAddress()));
        Nets.Connected server = accept(listener);
        Polling poll = new Polling(nets.ended);
        List<Poll.Pollable> all = List.of(
                listener.subscribe(), server.in().subscribe(), client.in().subscribe());
        FutureTask<int[]> waiting = new FutureTask<>(() -> poll.poll(all));
        new Thread(waiting).start();
        Thread.sleep(30);
        try (Socket more = new Socket("127.0.0.1", port(listener.localAddress()))) {
            assertThat(waiting.get(10, TimeUnit.SECONDS)).containsExactly(0);
            accept(listener);
            more.getOutputStream().write(1);
        }
        client.out().blockingWriteAndFlush(bytes("x"));
        assertThat(poll.poll(all)).containsExactly(1);
    }

    @Test
    void theEndWakesWhoWaits() throws Exception {
        Tcp.TcpSocket listener = nets.listening(IPV4);
        FutureTask<Void> waiting = new FutureTask<>(() -> {
            listener.subscribe().block();
            return null;
        });
        Thread thread = new Thread(waiting);
        thread.start();
        Thread.sleep(50);
        nets.ended.close();
        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(TrapException.class)
                .hasRootCauseMessage("what is waited for was closed");
    }

    @Test
    void streamsOutliveTheirSocket() throws Exception {
        Tcp.TcpSocket listener = nets.listening(IPV4);
        Nets.Connected client = nets.connect(IPV4, port(listener.localAddress()));
        Nets.Connected server = accept(listener);
        client.socket().close();
        client.out().blockingWriteAndFlush(bytes("still"));
        assertThat(text(server.in().blockingRead(9))).isEqualTo("still");
        client.out().close();
        assertThat(server.in().subscribe().ready()).isFalse();
        client.in().close();
        assertThat(closedOr(() -> server.in().blockingRead(1))).isEqualTo("closed");
    }
}
