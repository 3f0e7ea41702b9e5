package dev.witloof.wasi.sockets;

import static org.assertj.core.api.Assertions.fail;

import dev.witloof.host.Tuple2;
import dev.witloof.wasi.io.Allotment;
import dev.witloof.wasi.io.HostTime;
import dev.witloof.wasi.io.Selectors;
import dev.witloof.wasi.io.Signal;
import dev.witloof.wasi.io.Streams;
import dev.witloof.wasi.sockets.Network.ErrorCode;
import dev.witloof.wasi.sockets.Network.ErrorCodeException;
import dev.witloof.wasi.sockets.Network.IpAddressFamily;
import dev.witloof.wasi.sockets.Network.IpSocketAddress;
import java.net.InetSocketAddress;

/** A network as an instance has it, and what guests do with it. */
final class Nets implements AutoCloseable {

    final Signal ended = new Signal();
    final Selectors selectors = new Selectors();
    final GivenNetwork given;

    Nets(GivenNetwork.Given what) {
        this(what, 256);
    }

    private Nets(GivenNetwork.Given what, int most) {
        given = new GivenNetwork(what, selectors, ended, HostTime.unlimited(), Allotment.of(most));
    }

    static Nets of(String policy) {
        return new Nets(new GivenNetwork.Given(NetworkPolicy.parse(policy), NameResolver.system(), Runnable::run));
    }

    static Nets limited(int most) {
        return new Nets(new GivenNetwork.Given(NetworkPolicy.loopback(), NameResolver.system(), Runnable::run), most);
    }

    Network.Network_ network() {
        return given.instanceNetwork();
    }

    static IpSocketAddress at(String address, int port) {
        return SocketAddresses.guest(
                new InetSocketAddress(IpLiteral.parse(address).orElseThrow(), port));
    }

    /** Skips the test where the family is not there. */
    static String loopback(IpAddressFamily family) {
        if (family == IpAddressFamily.IPV6) {
            Ipv6.assumeThere();
        }
        return family == IpAddressFamily.IPV4 ? "127.0.0.1" : "::1";
    }

    static int port(IpSocketAddress address) {
        return address instanceof IpSocketAddress.Ipv4 ipv4
                ? ipv4.value().port()
                : ((IpSocketAddress.Ipv6) address).value().port();
    }

    Tcp.TcpSocket tcp(IpAddressFamily family) throws ErrorCodeException {
        return given.createTcpSocket(family);
    }

    Tcp.TcpSocket bound(IpAddressFamily family) throws ErrorCodeException {
        Tcp.TcpSocket socket = tcp(family);
        socket.startBind(network(), at(loopback(family), 0));
        socket.finishBind();
        return socket;
    }

    Tcp.TcpSocket listening(IpAddressFamily family) throws ErrorCodeException {
        Tcp.TcpSocket socket = bound(family);
        socket.startListen();
        socket.finishListen();
        return socket;
    }

    Udp.UdpSocket boundUdp(IpAddressFamily family) throws ErrorCodeException {
        Udp.UdpSocket socket = given.createUdpSocket(family);
        socket.startBind(network(), at(loopback(family), 0));
        socket.finishBind();
        return socket;
    }

    /** A connection as a guest has it. */
    record Connected(Tcp.TcpSocket socket, Streams.InputStream in, Streams.OutputStream out) implements AutoCloseable {
        @Override
        public void close() {
            in.close();
            out.close();
            socket.close();
        }
    }

    Connected connect(IpAddressFamily family, int port) throws ErrorCodeException {
        Tcp.TcpSocket socket = tcp(family);
        socket.startConnect(network(), at(loopback(family), port));
        socket.subscribe().block();
        Tuple2<Streams.InputStream, Streams.OutputStream> streams = socket.finishConnect();
        return new Connected(socket, streams.v0(), streams.v1());
    }

    static Connected accept(Tcp.TcpSocket listener) throws ErrorCodeException {
        listener.subscribe().block();
        var accepted = listener.accept();
        return new Connected(accepted.v0(), accepted.v1(), accepted.v2());
    }

    /** Something that may fail as a guest sees it. */
    interface Call {
        void run() throws ErrorCodeException;
    }

    static ErrorCode error(Call call) {
        try {
            call.run();
        } catch (ErrorCodeException e) {
            return e.error();
        }
        return fail("no error");
    }

    @Override
    public void close() {
        given.close();
        selectors.close();
    }
}
