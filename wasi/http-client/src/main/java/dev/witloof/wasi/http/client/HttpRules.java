package dev.witloof.wasi.http.client;

import dev.witloof.wasi.http.HttpFailureException;
import dev.witloof.wasi.http.Types.ErrorCode;
import dev.witloof.wasi.sockets.NetworkPolicy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What requests may be sent to; what no rule allows is refused.
 *
 * @param all each allows something more
 */
record HttpRules(List<Rule> all) {

    private static final Pattern TEXT = Pattern.compile(
            "(?<scheme>https?)://(?<target>\\[[^]]*]|[^:\\[\\],=]+)(?::(?<first>\\d{1,5})(?:-(?<last>\\d{1,5}))?)?");

    private static final int LAST_PORT = 65535;

    HttpRules {
        all = List.copyOf(all);
    }

    /**
     * Something that is allowed. Rules with the same text are equal.
     *
     * @param text as it was written
     * @param scheme by which scheme; {@code null} for each
     * @param first the first port
     * @param last the last port
     * @param network to which hosts and addresses
     */
    record Rule(String text, @Nullable String scheme, int first, int last, NetworkPolicy network) {

        /**
         * The rule of a text such as {@code https://example.com:8443}.
         *
         * @throws IllegalArgumentException if it is none
         */
        static Rule of(String text) {
            Matcher parts = TEXT.matcher(text);
            if (!parts.matches()) {
                throw wrong("expected http:// or https://, a name or addresses, and perhaps a port, found \"" + text
                        + "\"");
            }
            String scheme = parts.group("scheme");
            String port = parts.group("first");
            int first = port != null ? Integer.parseInt(port) : scheme.equals("http") ? 80 : 443;
            int last = parts.group("last") == null ? first : Integer.parseInt(parts.group("last"));
            try {
                return new Rule(
                        text,
                        scheme,
                        first,
                        last,
                        NetworkPolicy.parse(parts.group("target") + ":" + first + "-" + last));
            } catch (IllegalArgumentException e) {
                throw wrong(e.getMessage());
            }
        }

        /** Whatever a policy lets guests connect to. */
        static Rule of(NetworkPolicy network) {
            return new Rule(network.toString(), null, 0, LAST_PORT, network);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Rule rule && text.equals(rule.text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }

        private static IllegalArgumentException wrong(@Nullable String why) {
            return new IllegalArgumentException("allow: " + why);
        }

        private boolean isFor(Destination destination) {
            return (scheme == null || scheme.equals(destination.scheme()))
                    && first <= destination.port()
                    && destination.port() <= last;
        }

        private boolean allows(Destination destination, InetAddress address) {
            InetSocketAddress end = new InetSocketAddress(address, destination.port());
            return destination.address() == null
                    ? network.allowsConnect(destination.host(), end)
                    : network.allowsConnect(end);
        }
    }

    private Stream<Rule> about(Destination destination) {
        return all.stream().filter(rule -> rule.isFor(destination));
    }

    /**
     * Before anything is looked up.
     *
     * @throws HttpFailureException if a request to there is refused
     */
    void require(Destination destination) throws HttpFailureException {
        InetAddress address = destination.address();
        if (address == null
                && about(destination).noneMatch(rule -> rule.network().allowsName(destination.host()))) {
            throw new HttpFailureException(new ErrorCode.HttpRequestDenied());
        }
        if (address != null && !allows(destination, address)) {
            throw new HttpFailureException(new ErrorCode.DestinationIpProhibited());
        }
    }

    /** Whether a connection to this address may be made for a request to there. */
    boolean allows(Destination destination, InetAddress address) {
        return about(destination).anyMatch(rule -> rule.allows(destination, address));
    }
}
