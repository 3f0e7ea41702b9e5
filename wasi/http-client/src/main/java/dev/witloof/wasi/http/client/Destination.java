package dev.witloof.wasi.http.client;

import dev.witloof.wasi.http.HttpFailureException;
import dev.witloof.wasi.http.RequestHead;
import dev.witloof.wasi.http.Types.ErrorCode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.net.NamedEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes, as it says itself. Requests to equal destinations use each other's connections.
 *
 * @param scheme {@code http} or {@code https}
 * @param host a name in lower case, or an address without brackets
 * @param port the port
 * @param address the address, if the host is one
 */
record Destination(
        String scheme, String host, int port, @Nullable InetAddress address) implements NamedEndpoint {

    private static final String OCTET = "(?:0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:\\[(?<ipv6>[0-9a-fA-F:.]+)]|(?<name>[^:\\[\\]@/?#]+))(?::(?<port>\\d{1,5}))?");

    /**
     * The destination of a request.
     *
     * @throws HttpFailureException if it has none that can be reached by HTTP
     */
    static Destination of(RequestHead request) throws HttpFailureException {
        String scheme = request.scheme().orElse("");
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new HttpFailureException(new ErrorCode.HttpRequestUriInvalid());
        }
        Matcher parts = AUTHORITY.matcher(request.authority().orElse(""));
        if (!parts.matches()) {
            throw new HttpFailureException(new ErrorCode.HttpRequestUriInvalid());
        }
        int port = Optional.ofNullable(parts.group("port"))
                .map(Integer::parseInt)
                .orElse(scheme.equals("http") ? 80 : 443);
        if (port == 0 || port > 65535) {
            throw new HttpFailureException(new ErrorCode.HttpRequestUriInvalid());
        }
        String ipv6 = parts.group("ipv6");
        String host = ipv6 == null ? parts.group("name").toLowerCase(Locale.ROOT) : ipv6;
        boolean literal = ipv6 != null || IPV4.matcher(host).matches();
        return new Destination(scheme, host, port, literal ? literal(host) : null);
    }

    /** Nothing is looked up for a text with colons or four numbers. */
    private static InetAddress literal(String host) throws HttpFailureException {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException noAddress) {
            throw new HttpFailureException(new ErrorCode.HttpRequestUriInvalid(), noAddress);
        }
    }

    boolean isEncrypted() {
        return scheme.equals("https");
    }

    /** As certificates have it. */
    @Override
    public String getHostName() {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    @Override
    public int getPort() {
        return port;
    }
}
