package dev.witloof.wasi.http.client;

import static dev.witloof.wasi.http.client.Asking.ask;
import static dev.witloof.wasi.http.client.Asking.code;
import static dev.witloof.wasi.http.client.Asking.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.wasi.http.RequestHead;
import dev.witloof.wasi.http.Types.DnsErrorPayload;
import dev.witloof.wasi.http.Types.ErrorCode;
import dev.witloof.wasi.sockets.NetworkPolicy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is allowed, by name before the look-up and by address after it. */
@Timeout(60)
final class HttpRulesTest {

    private static final ErrorCode DENIED = new ErrorCode.HttpRequestDenied();
    private static final ErrorCode PROHIBITED = new ErrorCode.DestinationIpProhibited();

    private static InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }

    private static RequestHead to(String url) {
        int end = url.indexOf("://");
        return RequestHead.builder("GET")
                .scheme(url.substring(0, end))
                .authority(url.substring(end + 3))
                .pathWithQuery("/")
                .bodyLength(0)
                .build();
    }

    /** Whether a request may be sent, and connected to an address. */
    private static boolean allows(String rule, String url, String address) throws Exception {
        HttpRules rules = new HttpRules(List.of(HttpRules.Rule.of(rule)));
        Destination destination = Destination.of(to(url));
        try {
            rules.require(destination);
        } catch (dev.witloof.wasi.http.HttpFailureException refused) {
            return false;
        }
        return rules.allows(destination, address(address));
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.example.com, https://api.example.com, 1.1.1.1, true",
        "https://api.example.com, https://API.example.com:443, 1.1.1.1, true",
        "https://api.example.com, https://api.example.com., 1.1.1.1, true",
        "https://api.example.com, http://api.example.com:443, 1.1.1.1, false",
        "https://api.example.com, https://api.example.com:8443, 1.1.1.1, false",
        "https://api.example.com, https://www.example.com, 1.1.1.1, false",
        "https://api.example.com, https://api.example.com.evil.org, 1.1.1.1, false",
        "https://api.example.com, https://1.1.1.1, 1.1.1.1, false",
        "https://api.example.com, https://api.example.com, 10.0.0.1, false",
        "https://api.example.com, https://api.example.com, 127.0.0.1, false",
        "https://api.example.com, https://api.example.com, 169.254.169.254, false",
        "https://api.example.com, https://api.example.com, 224.0.0.1, false",
        "https://api.example.com, https://api.example.com, 0.0.0.0, false",
        "https://api.example.com, https://api.example.com, ::1, false",
        "https://api.example.com, https://api.example.com, fd00::1, false",
        "https://api.example.com, https://api.example.com, fe80::1, false",
        "https://api.example.com, https://api.example.com, ff02::1, false",
        "https://api.example.com, https://api.example.com, ::ffff:127.0.0.1, false",
        "https://api.example.com, https://api.example.com, ::ffff:1.1.1.1, true",
        "https://*.example.com, https://a.b.example.com, 1.1.1.1, true",
        "https://*.example.com, https://example.com, 1.1.1.1, false",
        "http://a.example:8080, http://a.example:8080, 1.1.1.1, true",
        "http://a.example:8080, http://a.example, 1.1.1.1, false",
        "http://a.example:8000-8999, http://a.example:8999, 1.1.1.1, true",
        "http://a.example:8000-8999, http://a.example:9000, 1.1.1.1, false",
        "http://10.1.0.0/16:8080, http://10.1.2.3:8080, 10.1.2.3, true",
        "http://10.1.0.0/16:8080, http://10.2.2.3:8080, 10.2.2.3, false",
        "http://10.1.0.0/16:8080, http://a.example:8080, 10.1.2.3, false",
        "http://[fd00::/8], http://[fd12::1], fd12::1, true",
        "http://[fd00::/8], http://[fe80::1], fe80::1, false",
        "http://127.0.0.1, http://[::ffff:127.0.0.1], 127.0.0.1, true",
        "http://localhost:80, http://localhost, 127.0.0.1, true",
        "http://localhost:80, http://localhost, 10.0.0.1, false",
        "http://public, http://a.example, 1.1.1.1, true",
        "http://public, http://a.example, 10.0.0.1, false",
        "http://*, http://a.example, 10.0.0.1, true",
        "http://*, http://127.1, 127.0.0.1, false",
        "http://*, http://2130706433, 127.0.0.1, false",
        "http://*, http://0x7f.1, 127.0.0.1, false",
    })
    void rulesAreAboutSchemeNamePortAndAddress(String rule, String url, String address, boolean allowed)
            throws Exception {
        assertThat(allows(rule, url, address)).isEqualTo(allowed);
    }

    @Test
    void aNameInsideNeedsItsAddressesToo() throws Exception {
        HttpRules rules = new HttpRules(
                List.of(HttpRules.Rule.of("http://db.internal:8080"), HttpRules.Rule.of("http://10.1.0.0/16:8080")));
        Destination inside = Destination.of(to("http://db.internal:8080"));
        rules.require(inside);
        assertThat(rules.allows(inside, address("10.1.2.3"))).isTrue();
        assertThat(rules.allows(inside, address("10.2.2.3"))).isFalse();
    }

    @Test
    void aNetworkPolicyIsARuleForBothSchemes() throws Exception {
        HttpRules rules = new HttpRules(
                List.of(HttpRules.Rule.of(NetworkPolicy.parse("a.example:443,send=b.example,bind=127.0.0.1"))));
        rules.require(Destination.of(to("https://a.example")));
        assertThat(rules.allows(Destination.of(to("https://a.example")), address("1.1.1.1")))
                .isTrue();
        assertThat(rules.allows(Destination.of(to("http://a.example:443")), address("1.1.1.1")))
                .isTrue();
        assertThat(rules.allows(Destination.of(to("http://a.example")), address("1.1.1.1")))
                .isFalse();
        assertThat(rules.allows(Destination.of(to("http://b.example")), address("1.1.1.1")))
                .isFalse();
        assertThat(rules.allows(Destination.of(to("http://127.0.0.1")), address("127.0.0.1")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "example.com|allow: expected http:// or https://, a name or addresses, and perhaps a port, found \"example.com\"",
                "ftp://example.com|allow: expected http:// or https://, a name or addresses, and perhaps a port, found \"ftp://example.com\"",
                "http://bind=127.0.0.1|allow: expected http:// or https://, a name or addresses, and perhaps a port, found \"http://bind=127.0.0.1\"",
                "http://a,b|allow: expected http:// or https://, a name or addresses, and perhaps a port, found \"http://a,b\"",
                "http://a:x|allow: expected http:// or https://, a name or addresses, and perhaps a port, found \"http://a:x\"",
                "https://example.com/v1|allow: network policy, \"example.com/v1:443-443\": expected an IPv4 address, found \"example.com\"",
                "http://a:99999|allow: network policy, \"a:99999-99999\": expected a port up to 65535, found 99999",
            })
    void whatIsNoRuleIsRefused(String rule, String message) {
        assertThatThrownBy(() -> OutgoingHttp.builder().allow(rule))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://",
                "http://:80",
                "http://a:0",
                "http://a:65536",
                "http://[::1",
                "http://[fe80::1%25eth0]",
                "http://u@a",
                "ftp://a",
                "http://[::g]",
                "http://[1.2.3.4]x"
            })
    void whatIsNoDestinationIsNotReached(String url) {
        assertThat(code(() -> Destination.of(to(url)))).isEqualTo(new ErrorCode.HttpRequestUriInvalid());
    }

    @Test
    void connectionsAreMadeToCheckedAddressesOnly() throws Exception {
        List<String> lookedUp = new CopyOnWriteArrayList<>();
        AtomicInteger times = new AtomicInteger();
        // First where the rules want it, then, had anybody asked again, somewhere else.
        NameLookup rebinding = host -> {
            lookedUp.add(host);
            return times.getAndIncrement() == 0
                    ? List.of(address("10.99.99.99"), address("127.0.0.1"))
                    : List.of(address("127.0.0.2"));
        };
        try (TalkingServer server = TalkingServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                Client client = Client.open(OutgoingHttp.builder()
                        .allow("http://rebinding.example:1-65535", "http://127.0.0.1:" + server.port())
                        .lookup(rebinding)
                        .settings())) {
            RequestHead request = to("http://rebinding.example:" + server.port());
            assertThat(ask(client, request).status()).isEqualTo(200);
            assertThat(ask(client, request).status()).isEqualTo(200);
            assertThat(lookedUp).containsExactly("rebinding.example");
            assertThat(code(() -> ask(client, to("http://rebinding.example:" + (server.port() ^ 1)))))
                    .isEqualTo(PROHIBITED);
            assertThat(lookedUp).containsExactly("rebinding.example", "rebinding.example");
        }
    }

    @Test
    void nothingIsLookedUpForWhatIsRefused() throws Exception {
        List<String> lookedUp = new ArrayList<>();
        try (Client client = Client.open(OutgoingHttp.builder()
                .allow("http://a.example", "http://127.0.0.1")
                .lookup(host -> {
                    lookedUp.add(host);
                    throw new UnknownHostException(host);
                })
                .settings())) {
            assertThat(code(() -> ask(client, to("http://b.example")))).isEqualTo(DENIED);
            assertThat(code(() -> ask(client, to("https://a.example")))).isEqualTo(DENIED);
            assertThat(code(() -> ask(client, to("http://10.0.0.1")))).isEqualTo(PROHIBITED);
            assertThat(code(() -> ask(client, to("http://127.0.0.1:81")))).isEqualTo(PROHIBITED);
            assertThat(code(() -> ask(client, to("http://127.1")))).isEqualTo(DENIED);
            assertThat(lookedUp).isEmpty();
            assertThat(code(() -> ask(client, to("http://a.example"))))
                    .isEqualTo(new ErrorCode.DnsError(new DnsErrorPayload(Optional.empty(), Optional.empty())));
        }
    }

    @Test
    void aHostWithoutAddressesIsUnknown() throws Exception {
        try (Client client = Client.open(OutgoingHttp.builder()
                .allow("http://a.example")
                .lookup(host -> List.of())
                .settings())) {
            assertThat(code(() -> ask(client, to("http://a.example"))))
                    .isEqualTo(new ErrorCode.DnsError(new DnsErrorPayload(Optional.empty(), Optional.empty())));
        }
    }

    @Test
    void theNextAddressIsTriedWhereOneIsNotReached() throws Exception {
        try (TalkingServer server = TalkingServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                Client client = Client.open(OutgoingHttp.builder()
                        .allow("http://a.example:1-65535", "http://127.0.0.0/8:1-65535")
                        .lookup(host -> Arrays.asList(address("127.9.9.9"), address("127.0.0.1")))
                        .settings())) {
            assertThat(ask(client, to("http://a.example:" + server.port())).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void tunnelsAreRefused() throws Exception {
        try (Client client =
                Client.open(OutgoingHttp.builder().allow("http://*").settings())) {
            assertThat(code(() -> ask(
                            client,
                            request("CONNECT", "a.example", "/").bodyLength(0).build())))
                    .isEqualTo(DENIED);
        }
    }
}
