package dev.witloof.wasi.sockets;

import dev.witloof.error.TrapException;
import dev.witloof.wasi.sockets.Network.ErrorCode;
import dev.witloof.wasi.sockets.Network.ErrorCodeException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The network of one instance: what it may reach, by the policy and by the names that it looked up. Whatever is done takes the
 * handle of a network, and that one decides.
 */
final class GuestNetwork implements Network.Network_ {

    /** How many addresses are remembered with their names; then the oldest is forgotten, and has to be looked up again. */
    private static final int MOST_REMEMBERED = 4096;

    /** How many names of one address are remembered. */
    private static final int MOST_NAMES = 16;

    private final NetworkPolicy policy;
    private final Map<InetAddress, Set<String>> namesOf = new LinkedHashMap<>();

    GuestNetwork(NetworkPolicy policy) {
        this.policy = policy;
    }

    /** The network of a handle that a guest passed. */
    static GuestNetwork of(Network.Network_ handle) {
        if (handle instanceof GuestNetwork network) {
            return network;
        }
        throw new TrapException("network: expected one that " + GivenNetwork.class.getName() + " gave, found a "
                + handle.getClass().getName());
    }

    NetworkPolicy policy() {
        return policy;
    }

    /** A look-up of a name that is allowed gave these addresses. */
    void lookedUp(HostName name, List<InetAddress> addresses) {
        for (InetAddress address : addresses) {
            Set<String> names = namesOf.remove(address);
            Set<String> all = names == null ? new HashSet<>() : names;
            if (all.size() < MOST_NAMES) {
                all.add(name.text());
            }
            namesOf.put(address, all);
        }
        while (namesOf.size() > MOST_REMEMBERED) {
            namesOf.remove(namesOf.keySet().iterator().next());
        }
    }

    void requireConnect(InetSocketAddress remote) throws ErrorCodeException {
        require(policy.allowsConnect(remote)
                || names(remote).stream().anyMatch(name -> policy.allowsConnect(name, remote)));
    }

    void requireBind(InetSocketAddress local) throws ErrorCodeException {
        require(policy.allowsBind(local));
    }

    void requireSend(InetSocketAddress remote) throws ErrorCodeException {
        require(allowsSend(remote));
    }

    boolean allowsSend(InetSocketAddress remote) {
        return policy.allowsSend(remote) || names(remote).stream().anyMatch(name -> policy.allowsSend(name, remote));
    }

    private Set<String> names(InetSocketAddress remote) {
        return Addresses.plain(remote)
                .map(address -> namesOf.getOrDefault(address, Set.of()))
                .orElse(Set.of());
    }

    private static void require(boolean allowed) throws ErrorCodeException {
        if (!allowed) {
            throw SocketErrors.error(ErrorCode.ACCESS_DENIED);
        }
    }
}
