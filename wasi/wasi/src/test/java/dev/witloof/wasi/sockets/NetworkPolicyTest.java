package dev.witloof.wasi.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkPolicyTest {

    private static InetSocketAddress at(String address, int port) {
        return new InetSocketAddress(IpLiteral.parse(address).orElseThrow(), port);
    }

    /** Which of connect, send, bind a policy allows with an address, by their first letters. */
    private static String uses(String policy, String address, int port) {
        NetworkPolicy parsed = NetworkPolicy.parse(policy);
        InetSocketAddress target = at(address, port);
        return (parsed.allowsConnect(target) ? "c" : "")
                + (parsed.allowsSend(target) ? "s" : "")
                + (parsed.allowsBind(target) ? "b" : "");
    }

    private static String uses(String policy, String address) {
        return uses(policy, address, 80);
    }

    @Test
    void noneAllowsNothing() {
        assertThat(uses("none", "127.0.0.1")).isEmpty();
        assertThat(NetworkPolicy.none().allowsName("localhost")).isFalse();
        assertThat(NetworkPolicy.builder().build()).hasToString("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "8.8.8.8", "0.0.0.0", "255.255.255.255", "224.0.0.1", "::", "ff02::1", "fe80::1"})
    void anyAllowsEverything(String address) {
        assertThat(uses("any", address, 0)).isEqualTo("csb");
        assertThat(uses("any", address, 65535)).isEqualTo("csb");
        assertThat(NetworkPolicy.any().allowsName("example.com")).isTrue();
    }

    @Test
    void loopbackIsThisMachineAlone() {
        assertThat(Stream.of("127.0.0.1", "127.255.255.254", "::1", "::ffff:127.0.0.1"))
                .allSatisfy(address -> assertThat(uses("loopback", address, 0)).isEqualTo("csb"));
        assertThat(uses("loopback", "0.0.0.0"))
                .as("Systems take it for loopback")
                .isEqualTo("cs");
        assertThat(uses("loopback", "::")).isEqualTo("cs");
        assertThat(Stream.of("128.0.0.1", "10.0.0.1", "::2", "fe80::1", "::127.0.0.1", "64:ff9b::127.0.0.1"))
                .allSatisfy(address -> assertThat(uses("loopback", address)).isEmpty());
        NetworkPolicy policy = NetworkPolicy.loopback();
        assertThat(policy.allowsName("LocalHost.")).isTrue();
        assertThat(policy.allowsName("a.localhost")).isTrue();
        assertThat(policy.allowsName("notlocalhost")).isFalse();
    }

    @Test
    void withoutAVerbConnectionsAndDatagramsAreAllowed() {
        assertThat(uses("10.0.0.0/8", "10.1.2.3")).isEqualTo("cs");
        assertThat(uses("connect=10.0.0.0/8", "10.1.2.3")).isEqualTo("c");
        assertThat(uses("send=10.0.0.0/8", "10.1.2.3")).isEqualTo("s");
        assertThat(uses("bind=10.0.0.0/8", "10.1.2.3")).isEqualTo("b");
        assertThat(uses("bind=10.0.0.0/8,send=10.1.2.3", "10.1.2.3")).isEqualTo("sb");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, cs",
        "10.0.0.0/8, 11.0.0.0, ''",
        "10.0.0.0/8, 9.255.255.255, ''",
        "172.16.0.0/12, 172.31.255.255, cs",
        "172.16.0.0/12, 172.32.0.0, ''",
        "192.0.2.128/25, 192.0.2.128, cs",
        "192.0.2.128/25, 192.0.2.127, ''",
        "192.0.2.7, 192.0.2.7, cs",
        "192.0.2.7, 192.0.2.6, ''",
        "192.0.2.7/32, 192.0.2.7, cs",
        "0.0.0.0/0, 192.0.2.7, cs",
        "0.0.0.0/0, 224.0.0.1, cs",
        "0.0.0.0/0, ::1, ''",
        "[::/0], ::1, cs",
        "[::/0], 127.0.0.1, ''",
        "[::/0], ::ffff:127.0.0.1, ''",
        "[2001:db8::/32], 2001:db8:ffff::1, cs",
        "[2001:db8::/32], 2001:db9::1, ''",
        "[2001:db8::/33], 2001:db8:8000::1, ''",
        "[::1], ::1, cs",
        "[::1/128], ::2, ''",
    })
    void rangesAreByBits(String policy, String address, String uses) {
        assertThat(uses(policy, address)).isEqualTo(uses);
    }

    @Test
    void portsAreRanges() {
        assertThat(uses("10.0.0.1:80", "10.0.0.1", 80)).isEqualTo("cs");
        assertThat(uses("10.0.0.1:80", "10.0.0.1", 79)).isEmpty();
        assertThat(uses("10.0.0.1:80", "10.0.0.1", 81)).isEmpty();
        assertThat(uses("[::1]:80-90", "::1", 80)).isEqualTo("cs");
        assertThat(uses("[::1]:80-90", "::1", 90)).isEqualTo("cs");
        assertThat(uses("[::1]:80-90", "::1", 91)).isEmpty();
        assertThat(uses("10.0.0.1:80,10.0.0.1:443", "10.0.0.1", 443)).isEqualTo("cs");
        assertThat(uses("10.0.0.1", "10.0.0.1", 65535)).isEqualTo("cs");
    }

    @Test
    void anyFreePortIsPort0() {
        assertThat(uses("bind=127.0.0.1:0", "127.0.0.1", 0)).isEqualTo("b");
        assertThat(uses("bind=127.0.0.1:0", "127.0.0.1", 8080)).isEmpty();
        assertThat(uses("bind=127.0.0.1:8000-9000", "127.0.0.1", 0)).isEmpty();
        assertThat(uses("bind=127.0.0.1", "127.0.0.1", 0)).isEqualTo("b");
    }

    @Test
    void allInterfacesAreBoundOnlyWhereThatIsSaid() {
        assertThat(uses("bind=0.0.0.0", "0.0.0.0")).isEqualTo("b");
        assertThat(uses("bind=0.0.0.0", "127.0.0.1")).isEmpty();
        assertThat(uses("bind=0.0.0.0/0", "0.0.0.0")).isEqualTo("b");
        assertThat(uses("bind=0.0.0.0/1", "0.0.0.0")).isEmpty();
        assertThat(uses("bind=0.0.0.0/1", "10.0.0.1")).isEqualTo("b");
        assertThat(uses("bind=[::]", "::")).isEqualTo("b");
        assertThat(uses("bind=[::]", "0.0.0.0")).isEmpty();
        assertThat(uses("bind=[::/8]", "::")).isEmpty();
        assertThat(uses("bind=*", "::")).isEqualTo("b");
        assertThat(uses("bind=localhost", "::")).isEmpty();
        assertThat(uses("bind=public", "0.0.0.0")).isEmpty();
    }

    @Test
    void whatIsSentToAllInterfacesIsSentToLoopback() {
        assertThat(uses("127.0.0.0/8", "0.0.0.0")).isEqualTo("cs");
        assertThat(uses("[::1]", "::")).isEqualTo("cs");
        assertThat(uses("10.0.0.0/8", "0.0.0.0")).isEmpty();
        assertThat(uses("0.0.0.0/8", "0.0.0.0")).isEmpty();
        assertThat(uses("public", "0.0.0.0")).isEmpty();
        assertThat(uses("*", "0.0.0.0")).isEqualTo("cs");
    }

    /** However an address of IPv4 is written in IPv6, Java and systems reach it. */
    @Test
    void addressesOfIpv4InTheFormOfIpv6AreWhatTheyAre() throws UnknownHostException {
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 10, 0, 0, 1};
        InetAddress unchanged = Inet6Address.getByAddress("example.com", mapped, 3);
        assertThat(unchanged).isInstanceOf(Inet6Address.class);
        InetSocketAddress address = new InetSocketAddress(unchanged, 80);
        assertThat(NetworkPolicy.parse("10.0.0.0/8").allowsConnect(address)).isTrue();
        assertThat(NetworkPolicy.parse("[::/0]").allowsConnect(address)).isFalse();
        assertThat(NetworkPolicy.parse("public").allowsSend(address)).isFalse();
        assertThat(NetworkPolicy.parse("example.com").allowsConnect(address)).isFalse();
        assertThat(NetworkPolicy.parse("example.com").allowsConnect("example.com", address))
                .isFalse();
        assertThat(NetworkPolicy.parse("bind=[::/0]").allowsBind(address)).isFalse();
    }

    @Test
    void scopesDoNotMatter() throws UnknownHostException {
        InetAddress scoped =
                Inet6Address.getByAddress(null, at("fe80::1", 1).getAddress().getAddress(), 7);
        assertThat(NetworkPolicy.parse("[fe80::/10]").allowsConnect(new InetSocketAddress(scoped, 80)))
                .isTrue();
        assertThat(NetworkPolicy.parse("[fe80::2]").allowsConnect(new InetSocketAddress(scoped, 80)))
                .isFalse();
    }

    @Test
    void unresolvedAddressesAreRefused() {
        InetSocketAddress unresolved = InetSocketAddress.createUnresolved("127.0.0.1", 80);
        NetworkPolicy any = NetworkPolicy.any();
        assertThat(any.allowsConnect(unresolved)).isFalse();
        assertThat(any.allowsConnect("127.0.0.1", unresolved)).isFalse();
        assertThat(any.allowsSend(unresolved)).isFalse();
        assertThat(any.allowsBind(unresolved)).isFalse();
    }

    @Test
    void multicastAndBroadcastHaveToBeNamed() {
        assertThat(uses("*", "224.0.0.251")).isEmpty();
        assertThat(uses("*", "255.255.255.255")).isEmpty();
        assertThat(uses("*", "ff02::fb")).isEmpty();
        assertThat(uses("*", "192.0.2.7")).isEqualTo("cs");
        assertThat(uses("send=224.0.0.251:5353", "224.0.0.251", 5353)).isEqualTo("s");
        assertThat(uses("send=255.255.255.255", "255.255.255.255")).isEqualTo("s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "1.1.1.1",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.0.1",
                "172.32.0.1",
                "198.20.0.1",
                "223.255.255.254",
                "2606:4700::1111",
                "2a00::1",
                "64:ff9b::8.8.8.8"
            })
    void publicAddresses(String address) {
        assertThat(uses("public", address)).isEqualTo("cs");
        assertThat(uses("bind=public", address)).isEqualTo("b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "127.0.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::8.8.8.8",
                "::ffff:10.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:0a00:0001::1",
                "3fff::1",
                "4000::1",
                "fc00::1",
                "fd00::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void otherAddresses(String address) {
        assertThat(uses("public", address)).isEmpty();
        assertThat(NetworkPolicy.parse("example.com").allowsConnect("example.com", at(address, 443)))
                .isFalse();
    }

    @Test
    void aNameIsLookedUpAndLeadsToPublicAddresses() {
        NetworkPolicy policy = NetworkPolicy.parse("example.com:443");
        assertThat(policy.allowsName("example.com")).isTrue();
        assertThat(policy.allowsName("EXAMPLE.com.")).isTrue();
        assertThat(policy.allowsName("www.example.com")).isFalse();
        assertThat(policy.allowsName("example.com.evil.org")).isFalse();
        assertThat(policy.allowsConnect(at("8.8.8.8", 443))).isFalse();
        assertThat(policy.allowsConnect("example.com", at("8.8.8.8", 443))).isTrue();
        assertThat(policy.allowsConnect("Example.COM", at("2606:4700::1111", 443)))
                .isTrue();
        assertThat(policy.allowsSend("example.com", at("8.8.8.8", 443))).isTrue();
        assertThat(policy.allowsConnect("example.com", at("8.8.8.8", 80))).isFalse();
        assertThat(policy.allowsConnect("other.com", at("8.8.8.8", 443))).isFalse();
        assertThat(policy.allowsConnect("8.8.8.8", at("8.8.8.8", 443))).isFalse();
        assertThat(policy.allowsConnect("", at("8.8.8.8", 443))).isFalse();
    }

    @Test
    void whereANameLeadsToAPrivateNetworkTheAddressNeedsARule() {
        NetworkPolicy policy = NetworkPolicy.parse("db.internal,connect=10.0.0.0/8:5432");
        assertThat(policy.allowsConnect("db.internal", at("10.0.0.1", 5432))).isTrue();
        assertThat(policy.allowsConnect("db.internal", at("10.0.0.1", 80))).isFalse();
        assertThat(policy.allowsSend("db.internal", at("10.0.0.1", 5432))).isFalse();
        assertThat(policy.allowsConnect("db.internal", at("127.0.0.1", 5432))).isFalse();
    }

    @Test
    void aVerbWithANameAllowsToLookItUp() {
        NetworkPolicy policy = NetworkPolicy.parse("send=ntp.org:123,name=example.com");
        assertThat(policy.allowsName("ntp.org")).isTrue();
        assertThat(policy.allowsSend("ntp.org", at("8.8.8.8", 123))).isTrue();
        assertThat(policy.allowsConnect("ntp.org", at("8.8.8.8", 123))).isFalse();
        assertThat(policy.allowsName("example.com")).isTrue();
        assertThat(policy.allowsConnect("example.com", at("8.8.8.8", 123))).isFalse();
    }

    @Test
    void whatIsBeneathADomainIsNotTheDomain() {
        NetworkPolicy policy = NetworkPolicy.parse("*.Example.com:443");
        assertThat(policy.allowsName("www.example.com")).isTrue();
        assertThat(policy.allowsName("a.b.example.com")).isTrue();
        assertThat(policy.allowsName("example.com")).isFalse();
        assertThat(policy.allowsName("badexample.com")).isFalse();
        assertThat(policy.allowsConnect("www.example.com", at("8.8.8.8", 443))).isTrue();
    }

    @Test
    void namesAreComparedInAscii() {
        NetworkPolicy policy = NetworkPolicy.parse("bücher.example");
        assertThat(policy.allowsName("xn--bcher-kva.example")).isTrue();
        assertThat(policy.allowsName("BÜCHER\u3002example")).isTrue();
        assertThat(policy.allowsName("bucher.example")).isFalse();
    }

    @Test
    void everyNameIsLookedUpWhereThatIsSaid() {
        assertThat(NetworkPolicy.parse("*:443").allowsName("example.com")).isTrue();
        assertThat(NetworkPolicy.parse("public:443").allowsName("example.com")).isTrue();
        assertThat(NetworkPolicy.parse("name=*").allowsName("example.com")).isTrue();
        assertThat(NetworkPolicy.parse("connect=*:443").allowsName("example.com"))
                .isFalse();
        assertThat(NetworkPolicy.parse("0.0.0.0/0").allowsName("example.com")).isFalse();
        assertThat(NetworkPolicy.parse("localhost:80").allowsName("localhost")).isTrue();
        assertThat(NetworkPolicy.parse("bind=localhost:80").allowsName("localhost"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a..b",
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0x7f000001",
                "0x7f.1",
                "0x",
                "example.1",
                "[::1]",
                "::1",
                "fe80::1%lo",
                "１２７.０.０.１",
                "a b",
                "a\0b",
                "a/b",
                "a:80",
                "example.com\u0000.evil.org",
                "*.example.com"
            })
    void whatIsNoNameIsRefused(String name) {
        assertThat(NetworkPolicy.any().allowsName(name)).isFalse();
    }

    @Test
    void namesHaveALongestForm() {
        String label = "a".repeat(63);
        String longest = String.join(".", label, label, label, "a".repeat(61));
        assertThat(NetworkPolicy.any().allowsName(longest)).isTrue();
        assertThat(NetworkPolicy.any().allowsName(longest + ".")).isTrue();
        assertThat(NetworkPolicy.any().allowsName(longest + "a")).isFalse();
        assertThat(NetworkPolicy.any().allowsName(label + "a.org")).isFalse();
        assertThat(NetworkPolicy.any().allowsName("my_service")).isTrue();
    }

    @Test
    void aPolicyIsWrittenAsItIsRead() {
        String text =
                "example.com:443,connect=10.0.0.0/8:1-1024,send=[fd00::/8]:53,bind=127.0.0.1:0,name=*.example.org,loopback";
        assertThat(NetworkPolicy.parse(text)).hasToString(text);
        assertThat(NetworkPolicy.builder()
                        .allow("example.com:443")
                        .connect("10.0.0.0/8:1-1024")
                        .send("[fd00::/8]:53")
                        .bind("127.0.0.1:0")
                        .name("*.example.org")
                        .allow("loopback")
                        .build())
                .hasToString(text);
        assertThat(NetworkPolicy.any()).hasToString("any");
        assertThat(NetworkPolicy.loopback()).hasToString("loopback");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '|', textBlock = """
            '' | network policy, "": expected an address or a name, found ""
            listen=127.0.0.1 | network policy, "listen=127.0.0.1": expected connect, send, bind or name, found "listen"
            =127.0.0.1 | network policy, "=127.0.0.1": expected connect, send, bind or name, found ""
            any:80 | network policy, "any:80": expected "*" for every address, found "any", which stands alone
            connect=any | network policy, "connect=any": expected "*" for every address, found "any", which stands alone
            connect=none | network policy, "connect=none": expected "none" only where nothing else is allowed, found it in a rule
            ::1 | network policy, "::1": expected [verb=]target[:port[-port]], IPv6 addresses in brackets, found something else
            10.0.0.1:http | network policy, "10.0.0.1:http": expected [verb=]target[:port[-port]], IPv6 addresses in brackets, found something else
            10.0.0.1:65536 | network policy, "10.0.0.1:65536": expected a port up to 65535, found 65536
            10.0.0.1:90-80 | network policy, "10.0.0.1:90-80": expected the lower port first, found 90-80
            10.0.0.0/33 | network policy, "10.0.0.0/33": expected at most 32 bits, found 33
            10.0.0.1/8 | network policy, "10.0.0.1/8": expected only zeroes after 8 bits, found more
            10.0.0.0/ | network policy, "10.0.0.0/": expected a number of bits after "/", found ""
            [10.0.0.1] | network policy, "[10.0.0.1]": expected an IPv6 address, found "10.0.0.1"
            [::ffff:10.0.0.1] | network policy, "[::ffff:10.0.0.1]": expected an IPv6 address, found "::ffff:10.0.0.1"
            [fe80::1%2] | network policy, "[fe80::1%2]": expected an IPv6 address, found "fe80::1%2"
            10.0.0/24 | network policy, "10.0.0/24": expected an IPv4 address, found "10.0.0"
            10.1 | network policy, "10.1": expected an address or a name, found "10.1"
            *example.com | network policy, "*example.com": expected an address or a name, found "*example.com"
            bind=example.com | network policy, "bind=example.com": expected an address to bind, found a name
            name=10.0.0.1 | network policy, "name=10.0.0.1": expected a name to look up, found an address
            name=example.com:80 | network policy, "name=example.com:80": expected no ports of a name that is looked up, found some
            """)
    void whatIsWrongIsSaid(String item, String message) {
        assertThatThrownBy(() -> NetworkPolicy.builder().allow(item))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> NetworkPolicy.parse("loopback," + item))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void noneStandsAlone() {
        assertThatThrownBy(() -> NetworkPolicy.parse("none,loopback"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "network policy, \"none\": expected \"none\" only where nothing else is allowed, found it in a rule");
    }
}
