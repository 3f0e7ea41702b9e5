package dev.witloof.wasi.sockets;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What guests may reach on the network: a list of rules, each of which allows something; what no rule allows is refused.
 * Addresses count, and not what somebody calls them: whoever connects asks about the address that the connection is made to.
 *
 * <p>A policy is written as rules with commas between them ({@link #parse}):
 *
 * <pre>
 * policy = "none" | item *("," item)
 * item   = "any"                      everything
 *        | "loopback"                 everything on 127.0.0.0/8 and ::1, and looking up "localhost"
 *        | [verb "="] target [":" port ["-" port]]
 * verb   = "connect"                  TCP connections to it
 *        | "send"                     UDP datagrams to it
 *        | "bind"                     having it as one's own address, for TCP and UDP
 *        | "name"                     looking it up
 * target = IPv4 ["/" bits]            10.0.0.0/8
 *        | "[" IPv6 ["/" bits] "]"    [fd00::/8]
 *        | name | "*." name           a host, or all hosts beneath a domain, for "connect", "send" and "name"
 *        | "localhost" | "loopback"   127.0.0.0/8 and ::1, and the name "localhost"
 *        | "public"                   what is reached in the whole internet, and nothing of private networks
 *        | "*"                        every address or name, but for multicast and broadcast
 * </pre>
 *
 * <p>Without a verb a rule allows connections and datagrams, and looking up what it is about: a host, {@code localhost}, and for
 * {@code *} and {@code public} every name. Without ports it is about all of them, else about these; to bind port 0 (any free one)
 * it has to be among them.
 *
 * <p>A rule about a name allows to look it up and to reach what that look-up gave, if it is {@code public}. An address of a
 * private network needs a rule of its own, because whoever owns a name may let it lead anywhere. IPv4 addresses that are
 * written as IPv6 ones ({@code ::ffff:10.0.0.1}) count as what they are. Scopes of addresses do not matter. The address
 * {@code 0.0.0.0} (or {@code ::}) is loopback where it is reached; to bind it, a rule has to be about it alone or about all
 * addresses.
 *
 * <p>Immutable. It looks up nothing itself.
 */
public final class NetworkPolicy {

    private static final NetworkPolicy NONE = new NetworkPolicy(List.of());

    private final List<NetworkRule> rules;

    NetworkPolicy(List<NetworkRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Allows nothing. */
    public static NetworkPolicy none() {
        return NONE;
    }

    /** Allows everything. */
    public static NetworkPolicy any() {
        return parse("any");
    }

    /** Allows everything between this machine and itself. */
    public static NetworkPolicy loopback() {
        return parse("loopback");
    }

    /** Allows nothing yet. */
    public static NetworkPolicyBuilder builder() {
        return new NetworkPolicyBuilder();
    }

    /**
     * The policy of a text, as {@code any}, {@code loopback} or {@code example.com:443,bind=127.0.0.1:8000-8080}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static NetworkPolicy parse(String text) {
        if (text.equals("none")) {
            return NONE;
        }
        NetworkPolicyBuilder builder = builder();
        for (String item : text.split(",", -1)) {
            builder.allow(item);
        }
        return builder.build();
    }

    /**
     * Whether a TCP connection to this address may be made.
     *
     * @param address if it is unresolved, it is refused
     */
    public boolean allowsConnect(InetSocketAddress address) {
        return reaches(Use.CONNECT, address);
    }

    /**
     * Whether a TCP connection to an address may be made that a look-up of this host gave.
     *
     * @param host a name, or an address as text, which gives no more than the address itself
     * @param address if it is unresolved, it is refused
     */
    public boolean allowsConnect(String host, InetSocketAddress address) {
        return reaches(Use.CONNECT, address) || reachesNamed(Use.CONNECT, host, address);
    }

    /**
     * Whether a socket may have this address of its own, to listen there or to receive datagrams.
     *
     * @param address with port 0 for whichever is free; if it is unresolved, it is refused
     */
    public boolean allowsBind(InetSocketAddress address) {
        Optional<InetAddress> plain = Addresses.plain(address);
        return plain.isPresent()
                && rules.stream()
                        .anyMatch(rule -> rule.isFor(Use.BIND, address.getPort())
                                && rule.target().binds(plain.get()));
    }

    /**
     * Whether a UDP datagram may be sent to this address.
     *
     * @param address if it is unresolved, it is refused
     */
    public boolean allowsSend(InetSocketAddress address) {
        return reaches(Use.SEND, address);
    }

    /**
     * Whether a UDP datagram may be sent to an address that a look-up of this host gave.
     *
     * @param host a name, or an address as text, which gives no more than the address itself
     * @param address if it is unresolved, it is refused
     */
    public boolean allowsSend(String host, InetSocketAddress address) {
        return reaches(Use.SEND, address) || reachesNamed(Use.SEND, host, address);
    }

    /**
     * Whether this name may be looked up. A text that is an address is no name: nothing needs to be looked up for it.
     *
     * @param name in letters of whatever script and case
     */
    public boolean allowsName(String name) {
        Optional<HostName> host = HostName.of(name);
        return host.isPresent()
                && rules.stream()
                        .anyMatch(rule ->
                                rule.uses().contains(Use.NAME) && rule.target().names(host.get()));
    }

    /** Whether there is anything that datagrams may be sent to. */
    boolean allowsSendSomewhere() {
        return rules.stream().anyMatch(rule -> rule.uses().contains(Use.SEND));
    }

    private boolean reaches(Use use, InetSocketAddress address) {
        Optional<InetAddress> plain = Addresses.plain(address);
        return plain.isPresent()
                && rules.stream()
                        .anyMatch(rule -> rule.isFor(use, address.getPort())
                                && rule.target().reaches(plain.get()));
    }

    private boolean reachesNamed(Use use, String name, InetSocketAddress address) {
        Optional<HostName> host = HostName.of(name);
        return host.isPresent()
                && Addresses.plain(address).filter(Addresses::isPublic).isPresent()
                && rules.stream()
                        .anyMatch(rule -> rule.isFor(use, address.getPort())
                                && rule.target() instanceof HostPattern
                                && rule.target().names(host.get()));
    }

    /** The policy as {@link #parse} takes it. */
    @Override
    public String toString() {
        return rules.isEmpty() ? "none" : rules.stream().map(NetworkRule::text).collect(Collectors.joining(","));
    }
}
