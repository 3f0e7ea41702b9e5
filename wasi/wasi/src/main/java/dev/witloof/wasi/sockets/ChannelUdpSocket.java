package dev.witloof.wasi.sockets;

import dev.witloof.host.Tuple2;
import dev.witloof.wasi.io.Event;
import dev.witloof.wasi.io.Poll;
import dev.witloof.wasi.sockets.Network.ErrorCode;
import dev.witloof.wasi.sockets.Network.ErrorCodeException;
import dev.witloof.wasi.sockets.Network.IpAddressFamily;
import dev.witloof.wasi.sockets.Network.IpSocketAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A UDP socket. Its channel lives as long as the socket or one of its streams.
 *
 * @see <a href="https://github.com/WebAssembly/wasi-sockets/blob/a967b289897091ad106069371ccb35c6c9f09391/wit/udp.wit">wasi:sockets/udp</a>
 */
final class ChannelUdpSocket implements Udp.UdpSocket {

    private final OpenSockets sockets;
    private final IpAddressFamily family;
    private final DatagramChannel channel;
    private final Options options;
    private @Nullable GuestNetwork network;
    private boolean bindInProgress;
    private boolean onlyAnswers;
    private @Nullable DatagramPeer peer;
    private int holds = 1;

    ChannelUdpSocket(OpenSockets sockets, IpAddressFamily family, DatagramChannel channel) {
        this.sockets = sockets;
        this.family = family;
        this.channel = channel;
        this.options = new Options(channel);
    }

    OpenSockets sockets() {
        return sockets;
    }

    DatagramChannel channel() {
        return channel;
    }

    @Override
    public void startBind(Network.Network_ handle, IpSocketAddress localAddress) throws ErrorCodeException {
        if (network != null) {
            throw SocketErrors.error(ErrorCode.INVALID_STATE);
        }
        GuestNetwork chosen = GuestNetwork.of(handle);
        InetSocketAddress local = SocketAddresses.java(localAddress, family);
        boolean answers = !chosen.policy().allowsBind(local) && isForAnswers(chosen, local);
        if (!answers) {
            chosen.requireBind(local);
        }
        SocketErrors.guest(() -> channel.bind(local));
        network = chosen;
        onlyAnswers = answers;
        bindInProgress = true;
    }

    /** Who may send has to be bound somewhere, and gets answers from where it may send to. */
    private static boolean isForAnswers(GuestNetwork network, InetSocketAddress local) {
        return local.getPort() == 0
                && local.getAddress().isAnyLocalAddress()
                && network.policy().allowsSendSomewhere();
    }

    @Override
    public void finishBind() throws ErrorCodeException {
        if (!bindInProgress) {
            throw SocketErrors.error(ErrorCode.NOT_IN_PROGRESS);
        }
        bindInProgress = false;
    }

    @Override
    public Tuple2<Udp.IncomingDatagramStream, Udp.OutgoingDatagramStream> stream(
            Optional<IpSocketAddress> remoteAddress) throws ErrorCodeException {
        bound();
        Optional<InetSocketAddress> remote =
                remoteAddress.isPresent() ? Optional.of(destination(remoteAddress.get())) : Optional.empty();
        if (peer != null) {
            peer.replace();
            peer = null;
        }
        SocketErrors.guest(() -> {
            channel.disconnect();
            return remote.isPresent() ? channel.connect(remote.get()) : channel;
        });
        DatagramPeer made = new DatagramPeer(this, remote);
        peer = made;
        holds += 2;
        return new Tuple2<>(new DatagramReceiver(made), new DatagramSender(made));
    }

    /**
     * A remote address that datagrams may be sent to.
     *
     * @throws ErrorCodeException if it is none, or not allowed
     */
    InetSocketAddress destination(IpSocketAddress address) throws ErrorCodeException {
        InetSocketAddress remote = remote(address);
        bound().requireSend(remote);
        return remote;
    }

    /**
     * A remote address.
     *
     * @throws ErrorCodeException if it is none
     */
    InetSocketAddress remote(IpSocketAddress address) throws ErrorCodeException {
        InetSocketAddress remote = SocketAddresses.java(address, family);
        if (remote.getAddress().isAnyLocalAddress() || remote.getPort() == 0) {
            throw SocketErrors.error(ErrorCode.INVALID_ARGUMENT);
        }
        return remote;
    }

    /** Whether datagrams of this sender are for the guest: Java's sockets for IPv6 get those for IPv4 as well. */
    boolean takesFrom(InetSocketAddress sender) {
        GuestNetwork chosen = network;
        return SocketAddresses.family(sender.getAddress()) == family
                && chosen != null
                && (!onlyAnswers || chosen.allowsSend(sender));
    }

    private GuestNetwork bound() throws ErrorCodeException {
        GuestNetwork chosen = network;
        if (chosen == null || bindInProgress) {
            throw SocketErrors.error(ErrorCode.INVALID_STATE);
        }
        return chosen;
    }

    @Override
    public IpSocketAddress localAddress() throws ErrorCodeException {
        bound();
        return SocketAddresses.guest(SocketErrors.guest(channel::getLocalAddress));
    }

    @Override
    public IpSocketAddress remoteAddress() throws ErrorCodeException {
        return SocketAddresses.guest(Optional.ofNullable(peer)
                .flatMap(DatagramPeer::remote)
                .orElseThrow(() -> SocketErrors.error(ErrorCode.INVALID_STATE)));
    }

    @Override
    public IpAddressFamily addressFamily() {
        return family;
    }

    @Override
    public int unicastHopLimit() throws ErrorCodeException {
        return options.hopLimit();
    }

    @Override
    public void setUnicastHopLimit(int value) throws ErrorCodeException {
        options.setHopLimit(value);
    }

    @Override
    public long receiveBufferSize() throws ErrorCodeException {
        return options.number(Options.RECEIVE_BUFFER);
    }

    @Override
    public void setReceiveBufferSize(long value) throws ErrorCodeException {
        options.setSize(Options.RECEIVE_BUFFER, value);
    }

    @Override
    public long sendBufferSize() throws ErrorCodeException {
        return options.number(Options.SEND_BUFFER);
    }

    @Override
    public void setSendBufferSize(long value) throws ErrorCodeException {
        options.setSize(Options.SEND_BUFFER, value);
    }

    /** Nothing that a socket itself does has to be waited for. */
    @Override
    public Poll.Pollable subscribe() {
        return Event.always();
    }

    /** The socket or one of its streams was dropped. */
    @Override
    public void close() {
        holds--;
        if (holds == 0) {
            sockets.close(channel);
        }
    }
}
