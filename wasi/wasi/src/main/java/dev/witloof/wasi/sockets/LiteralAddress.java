package dev.witloof.wasi.sockets;

import dev.witloof.wasi.io.Event;
import dev.witloof.wasi.io.Poll;
import dev.witloof.wasi.sockets.Network.IpAddress;
import java.net.InetAddress;
import java.util.Optional;

/** The address that a guest wrote in place of a name. */
final class LiteralAddress implements IpNameLookup.ResolveAddressStream {

    private Optional<IpAddress> address;

    LiteralAddress(InetAddress address) {
        this.address = Optional.of(SocketAddresses.guest(address));
    }

    @Override
    public Optional<IpAddress> resolveNextAddress() {
        Optional<IpAddress> next = address;
        address = Optional.empty();
        return next;
    }

    @Override
    public Poll.Pollable subscribe() {
        return Event.always();
    }
}
