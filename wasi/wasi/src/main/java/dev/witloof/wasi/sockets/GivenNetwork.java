package dev.witloof.wasi.sockets;

import dev.witloof.wasi.io.Allotment;
import dev.witloof.wasi.io.HostTime;
import dev.witloof.wasi.io.Selectors;
import dev.witloof.wasi.io.Signal;
import dev.witloof.wasi.sockets.Network.ErrorCode;
import dev.witloof.wasi.sockets.Network.ErrorCodeException;
import java.net.InetAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * {@code wasi:sockets} for one instance, within a policy; what it has open is closed with it. All handles of its network are for
 * one network.
 *
 * @see <a href="https://github.com/WebAssembly/wasi-sockets/tree/a967b289897091ad106069371ccb35c6c9f09391/wit">wasi:sockets</a>
 */
public final class GivenNetwork
        implements Network, InstanceNetwork, IpNameLookup, Tcp, TcpCreateSocket, Udp, UdpCreateSocket, AutoCloseable {

    /** What it serves. */
    public static final List<Class<?>> INTERFACES = List.of(
            Network.class,
            InstanceNetwork.class,
            IpNameLookup.class,
            Tcp.class,
            TcpCreateSocket.class,
            Udp.class,
            UdpCreateSocket.class);

    /**
     * What instances are given of the network.
     *
     * @param policy what they may reach
     * @param resolver who looks up names
     * @param executor in whose threads that is done
     */
    public record Given(NetworkPolicy policy, NameResolver resolver, Executor executor) {}

    private final GuestNetwork network;
    private final NameLookups lookups;
    private final OpenSockets sockets;

    /**
     * The network of an instance.
     *
     * @param selectors by which it waits, also for what others gave it
     * @param ended what ends all waits when it is closed
     * @param time how long it may wait
     * @param most how many sockets it may have at once
     */
    public GivenNetwork(Given given, Selectors selectors, Signal ended, HostTime time, Allotment most) {
        this.network = new GuestNetwork(given.policy());
        this.lookups = new NameLookups(given.resolver(), given.executor(), ended, time);
        this.sockets = new OpenSockets(most, selectors, ended, time);
    }

    OpenSockets sockets() {
        return sockets;
    }

    @Override
    public Network.Network_ instanceNetwork() {
        return network;
    }

    @Override
    public IpNameLookup.ResolveAddressStream resolveAddresses(Network.Network_ handle, String name)
            throws ErrorCodeException {
        GuestNetwork chosen = GuestNetwork.of(handle);
        Optional<InetAddress> literal = IpLiteral.parse(name);
        if (literal.isPresent()) {
            return new LiteralAddress(literal.get());
        }
        HostName host = HostName.of(name).orElseThrow(() -> SocketErrors.error(ErrorCode.INVALID_ARGUMENT));
        if (!chosen.policy().allowsName(name)) {
            throw SocketErrors.error(ErrorCode.ACCESS_DENIED);
        }
        return new AddressLookup(lookups, chosen, host);
    }

    @Override
    public Tcp.TcpSocket createTcpSocket(Network.IpAddressFamily addressFamily) throws ErrorCodeException {
        return new ChannelTcpSocket(
                sockets, addressFamily, sockets.open(() -> SocketChannel.open(SocketAddresses.java(addressFamily))));
    }

    @Override
    public Udp.UdpSocket createUdpSocket(Network.IpAddressFamily addressFamily) throws ErrorCodeException {
        return new ChannelUdpSocket(
                sockets, addressFamily, sockets.open(() -> DatagramChannel.open(SocketAddresses.java(addressFamily))));
    }

    @Override
    public void close() {
        sockets.close();
    }
}
