package dev.witloof.wasi.sockets;

import dev.witloof.error.TrapException;
import dev.witloof.wasi.io.Event;
import dev.witloof.wasi.io.Poll;
import dev.witloof.wasi.io.Signal;
import dev.witloof.wasi.io.Wait;
import dev.witloof.wasi.sockets.Network.ErrorCode;
import dev.witloof.wasi.sockets.Network.ErrorCodeException;
import dev.witloof.wasi.sockets.Network.IpAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** A look-up of a name, begun by an executor when the guest first asks for it, and what it gave. */
final class AddressLookup implements IpNameLookup.ResolveAddressStream {

    private final NameLookups lookups;
    private final GuestNetwork network;
    private final HostName name;
    private final Signal changed = new Signal();
    private boolean begun;
    private volatile boolean done;
    private List<InetAddress> addresses = List.of();
    private @Nullable Exception failure;
    private boolean taken;
    private int next;

    AddressLookup(NameLookups lookups, GuestNetwork network, HostName name) {
        this.lookups = lookups;
        this.network = network;
        this.name = name;
    }

    private final class Ready extends Event {

        @Override
        public boolean ready() {
            begin();
            return done;
        }

        @Override
        protected void arm(Wait wait) {
            lookups.arm(wait);
            wait.on(changed);
        }
    }

    private void begin() {
        if (!begun) {
            begun = true;
            try {
                lookups.execute(this::resolve);
            } catch (RejectedExecutionException refused) {
                end(new IOException("nobody looks up names any more", refused));
            }
        }
    }

    /** In a thread of the executor. */
    private void resolve() {
        try {
            addresses = lookups.resolve(name);
            end(null);
        } catch (IOException | RuntimeException e) {
            end(e);
        }
    }

    private void end(@Nullable Exception why) {
        failure = why;
        done = true;
        changed.send();
    }

    @Override
    public Optional<IpAddress> resolveNextAddress() throws ErrorCodeException {
        begin();
        if (!done) {
            throw SocketErrors.error(ErrorCode.WOULD_BLOCK);
        }
        if (failure instanceof RuntimeException defect) {
            throw new TrapException("looking up \"" + name.text() + "\": " + defect, defect);
        }
        if (failure != null) {
            throw SocketErrors.error(SocketErrors.ofLookup((IOException) failure));
        }
        if (addresses.isEmpty()) {
            throw SocketErrors.error(ErrorCode.NAME_UNRESOLVABLE);
        }
        if (!taken) {
            taken = true;
            network.lookedUp(name, addresses);
        }
        return next < addresses.size() ? Optional.of(SocketAddresses.guest(addresses.get(next++))) : Optional.empty();
    }

    @Override
    public Poll.Pollable subscribe() {
        return new Ready();
    }
}
