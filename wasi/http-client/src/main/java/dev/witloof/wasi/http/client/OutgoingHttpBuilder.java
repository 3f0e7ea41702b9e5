package dev.witloof.wasi.http.client;

import dev.witloof.wasi.http.WasiHttpBuilder;
import dev.witloof.wasi.sockets.NetworkPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Collects what guests may send requests to, and how. */
public final class OutgoingHttpBuilder {

    /** Beyond are times that cannot be counted in nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final List<HttpRules.Rule> rules = new ArrayList<>();
    private @Nullable SSLContext tls;
    private @Nullable NameLookup lookup;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration firstByteTimeout = Duration.ofMinutes(1);
    private Duration betweenBytesTimeout = Duration.ofMinutes(1);
    private Duration idleTimeout = Duration.ofSeconds(30);
    private int maximumConnections = 100;
    private int maximumConnectionsPerDestination = 20;
    private int maximumHeaderBytes = 1 << 16;
    private OptionalInt openRequests = OptionalInt.empty();
    private OptionalLong fieldBytes = OptionalLong.empty();

    OutgoingHttpBuilder() {}

    /**
     * Allows requests: a scheme, a host or addresses, and a port or a range of ports if it is not the scheme's own. Hosts and
     * addresses are written as in a {@link NetworkPolicy}.
     *
     * <pre>{@code
     * .allow("https://api.example.com", "https://*.example.org", "http://localhost:8080", "http://10.1.0.0/16:8000-8999")
     * }</pre>
     *
     * <p>A name allows requests to that name, at whichever address it has, if that is public. What is no public address, such as
     * one of a private network or of this machine, needs a rule of its own; it counts which address the connection is made to. An
     * address allows requests to itself, and that a name which is allowed too has it.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public OutgoingHttpBuilder allow(String... what) {
        for (String each : what) {
            rules.add(HttpRules.Rule.of(each));
        }
        return this;
    }

    /** Allows requests, with both schemes, to what this policy lets guests connect to. */
    public OutgoingHttpBuilder allow(NetworkPolicy network) {
        rules.add(HttpRules.Rule.of(network));
        return this;
    }

    /** TLS with these certificates; by default the JVM's. The server's has to be the host's in any case. */
    public OutgoingHttpBuilder tls(SSLContext context) {
        tls = context;
        return this;
    }

    /** Who tells the addresses of names; by default the JVM. */
    public OutgoingHttpBuilder lookup(NameLookup names) {
        lookup = names;
        return this;
    }

    /**
     * How long it may take to have a connection: to wait until there are fewer than the most, to look the name up, to connect, and
     * TLS's handshake. By default ten seconds. A guest may ask for less.
     *
     * @throws IllegalArgumentException if it is not longer than nothing, or longer than 36,500 days
     */
    public OutgoingHttpBuilder connectTimeout(Duration timeout) {
        connectTimeout = positive("connectTimeout", timeout);
        return this;
    }

    /**
     * How long the response may take to begin, after the last byte of the request; by default a minute. A guest may ask for less.
     *
     * @throws IllegalArgumentException if it is not longer than nothing, or longer than 36,500 days
     */
    public OutgoingHttpBuilder firstByteTimeout(Duration timeout) {
        firstByteTimeout = positive("firstByteTimeout", timeout);
        return this;
    }

    /**
     * How long the next bytes of a response may take while the guest waits for them, and how long the server may take none of a
     * request; by default a minute. A guest may ask for less of the former.
     *
     * @throws IllegalArgumentException if it is not longer than nothing, or longer than 36,500 days
     */
    public OutgoingHttpBuilder betweenBytesTimeout(Duration timeout) {
        betweenBytesTimeout = positive("betweenBytesTimeout", timeout);
        return this;
    }

    /**
     * How long a connection is kept for the next request to the same destination; by default 30 seconds.
     *
     * @throws IllegalArgumentException if it is not longer than nothing, or longer than 36,500 days
     */
    public OutgoingHttpBuilder idleTimeout(Duration timeout) {
        idleTimeout = positive("idleTimeout", timeout);
        return this;
    }

    /**
     * How many connections there may be at once, over all backends with the same settings; by default 100. Requests that find all
     * of them in use wait.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public OutgoingHttpBuilder maximumConnections(int number) {
        maximumConnections = positive("maximumConnections", number);
        return this;
    }

    /**
     * How many of them to one scheme, host and port; by default 20.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public OutgoingHttpBuilder maximumConnectionsPerDestination(int number) {
        maximumConnectionsPerDestination = positive("maximumConnectionsPerDestination", number);
        return this;
    }

    /**
     * How many bytes the head of a response may have, with all its headers; by default 64 KiB. As long may each trailer be, and
     * there may be a thousand.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public OutgoingHttpBuilder maximumHeaderBytes(int bytes) {
        maximumHeaderBytes = positive("maximumHeaderBytes", bytes);
        return this;
    }

    /**
     * How many requests an instance may have under way at once, as {@link WasiHttpBuilder#openRequests} has it.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public OutgoingHttpBuilder openRequests(int most) {
        openRequests = OptionalInt.of((int) notNegative("openRequests", most));
        return this;
    }

    /**
     * How many bytes an instance may have in headers and trailers, as {@link WasiHttpBuilder#fieldBytes} has it.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public OutgoingHttpBuilder fieldBytes(long most) {
        fieldBytes = OptionalLong.of(notNegative("fieldBytes", most));
        return this;
    }

    private static long notNegative(String what, long number) {
        if (number < 0) {
            throw new IllegalArgumentException(what + ": expected 0 or more, found " + number);
        }
        return number;
    }

    private static int positive(String what, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(what + ": expected 1 or more, found " + number);
        }
        return number;
    }

    private static Duration positive(String what, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(what + ": expected longer than nothing, found " + time);
        }
        if (time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(what + ": expected 36500 days or less, found " + time.toDays());
        }
        return time;
    }

    /** What may be sent, and how. Nothing is opened yet. */
    public OutgoingHttp build() {
        return new OutgoingHttp(settings(), openRequests, fieldBytes);
    }

    ClientSettings settings() {
        return new ClientSettings(
                new HttpRules(rules),
                tls,
                lookup,
                connectTimeout,
                firstByteTimeout,
                betweenBytesTimeout,
                idleTimeout,
                maximumConnections,
                maximumConnectionsPerDestination,
                maximumHeaderBytes);
    }
}
