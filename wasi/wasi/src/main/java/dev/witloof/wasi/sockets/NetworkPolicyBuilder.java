package dev.witloof.wasi.sockets;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects rules of a {@link NetworkPolicy}, whose documentation says how they are written. Each allows something more.
 *
 * <pre>{@code
 * NetworkPolicy.builder()
 *     .allow("example.com:443")
 *     .connect("10.1.0.0/16:5432")
 *     .bind("127.0.0.1:0")
 *     .build();
 * }</pre>
 */
public final class NetworkPolicyBuilder {

    private final List<NetworkRule> rules = new ArrayList<>();

    NetworkPolicyBuilder() {}

    /**
     * Allows what the item of a policy says, with its verb or without.
     *
     * @throws IllegalArgumentException if it is none
     */
    public NetworkPolicyBuilder allow(String item) {
        rules.add(NetworkRule.parse(item));
        return this;
    }

    /**
     * Allows TCP connections.
     *
     * @param target to what, perhaps with ports
     * @throws IllegalArgumentException if it is none
     */
    public NetworkPolicyBuilder connect(String target) {
        return allow("connect=" + target);
    }

    /**
     * Allows UDP datagrams.
     *
     * @param target to what, perhaps with ports
     * @throws IllegalArgumentException if it is none
     */
    public NetworkPolicyBuilder send(String target) {
        return allow("send=" + target);
    }

    /**
     * Allows addresses of one's own, for TCP and UDP.
     *
     * @param target which, perhaps with ports
     * @throws IllegalArgumentException if it is none
     */
    public NetworkPolicyBuilder bind(String target) {
        return allow("bind=" + target);
    }

    /**
     * Allows to look up names.
     *
     * @param target which
     * @throws IllegalArgumentException if it is none
     */
    public NetworkPolicyBuilder name(String target) {
        return allow("name=" + target);
    }

    /** A policy that allows what was said. */
    public NetworkPolicy build() {
        return new NetworkPolicy(rules);
    }
}
