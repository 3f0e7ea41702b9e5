package dev.witloof.wasi.sockets;

import static dev.witloof.wasi.sockets.Nets.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.TrapException;
import dev.witloof.wasi.sockets.Network.ErrorCode;
import dev.witloof.wasi.sockets.Network.ErrorCodeException;
import dev.witloof.wasi.sockets.Network.IpAddress;
import dev.witloof.wasi.sockets.Network.IpAddressFamily;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class NameLookupTest {

    private static final NameResolver NOBODY = name -> {
        throw new AssertionError("asked for " + name);
    };

    private static Nets nets(String policy, NameResolver resolver, Executor executor) {
        return new Nets(new GivenNetwork.Given(NetworkPolicy.parse(policy), resolver, executor));
    }

    private static Nets nets(String policy, NameResolver resolver) {
        return nets(policy, resolver, Runnable::run);
    }

    private static NameResolver giving(String... addresses) {
        return name -> Stream.of(addresses)
                .map(each -> IpLiteral.parse(each).orElseThrow())
                .toList();
    }

    private static NameResolver failing(Exception failure) {
        return name -> {
            if (failure instanceof RuntimeException defect) {
                throw defect;
            }
            throw (IOException) failure;
        };
    }

    private static IpNameLookup.ResolveAddressStream lookUp(Nets nets, String name) throws ErrorCodeException {
        return nets.given.resolveAddresses(nets.network(), name);
    }

    private static List<String> all(IpNameLookup.ResolveAddressStream stream) throws ErrorCodeException {
        stream.subscribe().block();
        List<String> all = new ArrayList<>();
        for (Optional<IpAddress> next = stream.resolveNextAddress();
                next.isPresent();
                next = stream.resolveNextAddress()) {
            all.add(text(next.get()));
        }
        assertThat(stream.resolveNextAddress()).isEmpty();
        return all;
    }

    private static String text(IpAddress address) {
        return (address instanceof IpAddress.Ipv4 ipv4
                        ? ipv4.value().toString()
                        : ((IpAddress.Ipv6) address).value().toString())
                .replaceAll("v\\d=|Tuple|\\s", "");
    }

    @Test
    void addressesComeOneByOne() throws Exception {
        List<String> asked = new ArrayList<>();
        NameResolver resolver = name -> {
            asked.add(name);
            return giving("8.8.8.8", "2001:4860::8888", "8.8.8.8", "1.1.1.1").resolve(name);
        };
        try (Nets nets = nets("name=*", resolver)) {
            IpNameLookup.ResolveAddressStream stream = lookUp(nets, "Bücher.Example.");
            assertThat(asked).isEmpty();
            assertThat(all(stream)).containsExactly("4[8,8,8,8]", "8[8193,18528,0,0,0,0,0,34952]", "4[1,1,1,1]");
            assertThat(asked).containsExactly("xn--bcher-kva.example");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"127.0.0.1 | 4[127,0,0,1]", "::1 | 8[0,0,0,0,0,0,0,1]", "::ffff:10.0.0.1 | 4[10,0,0,1]"})
    void anAddressIsNotLookedUp(String name, String address) throws Exception {
        try (Nets nets = nets("none", NOBODY)) {
            assertThat(all(lookUp(nets, name))).containsExactly(address);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a..b", "127.1", "1.2.3.4.", "[::1]", "fe80::1%1", "a b", "example.com:80", "１.2.3.4"})
    void whatIsNoNameIsInvalid(String name) {
        try (Nets nets = nets("any", NOBODY)) {
            assertThat(error(() -> lookUp(nets, name))).isEqualTo(ErrorCode.INVALID_ARGUMENT);
        }
    }

    @Test
    void whatIsNotAllowedIsNotAskedFor() {
        try (Nets nets = nets("name=example.com,connect=*", NOBODY)) {
            assertThat(error(() -> lookUp(nets, "example.org"))).isEqualTo(ErrorCode.ACCESS_DENIED);
        }
    }

    @Test
    void failuresHaveCodes() throws Exception {
        assertFails(new UnknownHostException("a: Name or service not known"), ErrorCode.NAME_UNRESOLVABLE);
        assertFails(new UnknownHostException("a"), ErrorCode.NAME_UNRESOLVABLE);
        assertFails(
                new UnknownHostException("a: Temporary failure in name resolution"),
                ErrorCode.TEMPORARY_RESOLVER_FAILURE);
        assertFails(
                new UnknownHostException("a: Non-recoverable failure in name resolution"),
                ErrorCode.PERMANENT_RESOLVER_FAILURE);
        assertFails(new IOException("no answer"), ErrorCode.TEMPORARY_RESOLVER_FAILURE);
        try (Nets nets = nets("any", giving())) {
            assertThat(error(lookUp(nets, "a")::resolveNextAddress)).isEqualTo(ErrorCode.NAME_UNRESOLVABLE);
        }
    }

    private static void assertFails(Exception failure, ErrorCode code) throws Exception {
        try (Nets nets = nets("any", failing(failure))) {
            IpNameLookup.ResolveAddressStream stream = lookUp(nets, "a");
            assertThat(error(stream::resolveNextAddress)).isEqualTo(code);
            assertThat(error(stream::resolveNextAddress)).isEqualTo(code);
            assertThat(stream.subscribe().ready()).isTrue();
        }
    }

    @Test
    void aDefectOfTheResolverIsATrap() throws Exception {
        try (Nets nets = nets("any", failing(new IllegalStateException("broken")))) {
            IpNameLookup.ResolveAddressStream stream = lookUp(nets, "a.b");
            assertThatThrownBy(stream::resolveNextAddress)
                    .isInstanceOf(TrapException.class)
                    .hasMessage("looking up \"a.b\": java.lang.IllegalStateException: broken");
        }
    }

    @Test
    void theExecutorLooksUpWhileTheGuestWaits() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        CountDownLatch answer = new CountDownLatch(1);
        NameResolver slow = name -> {
            try {
                answer.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return giving("8.8.8.8").resolve(name);
        };
        try (Nets nets = nets("any", slow, executor)) {
            IpNameLookup.ResolveAddressStream stream = lookUp(nets, "a");
            assertThat(stream.subscribe().ready()).isFalse();
            assertThat(error(stream::resolveNextAddress)).isEqualTo(ErrorCode.WOULD_BLOCK);
            FutureTask<List<String>> waiting = new FutureTask<>(() -> all(stream));
            new Thread(waiting).start();
            Thread.sleep(30);
            answer.countDown();
            assertThat(waiting.get(10, TimeUnit.SECONDS)).containsExactly("4[8,8,8,8]");
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void lookUpsAtOnceAreLimited() throws Exception {
        List<Runnable> tasks = new ArrayList<>();
        try (Nets nets = nets("any", giving("8.8.8.8"), tasks::add)) {
            for (int i = 0; i < 16; i++) {
                assertThat(error(lookUp(nets, "a" + i)::resolveNextAddress)).isEqualTo(ErrorCode.WOULD_BLOCK);
            }
            assertThat(error(lookUp(nets, "b")::resolveNextAddress)).isEqualTo(ErrorCode.TEMPORARY_RESOLVER_FAILURE);
            tasks.remove(0).run();
            assertThat(error(lookUp(nets, "b")::resolveNextAddress)).isEqualTo(ErrorCode.WOULD_BLOCK);
        }
        Executor closed = task -> {
            throw new RejectedExecutionException("closed");
        };
        try (Nets nets = nets("any", giving("8.8.8.8"), closed)) {
            assertThat(error(lookUp(nets, "b")::resolveNextAddress)).isEqualTo(ErrorCode.TEMPORARY_RESOLVER_FAILURE);
        }
    }

    @Test
    void theEndWakesWhoWaits() throws Exception {
        try (Nets nets = nets("any", giving(), task -> {})) {
            IpNameLookup.ResolveAddressStream stream = lookUp(nets, "a");
            FutureTask<Boolean> waiting = new FutureTask<>(() -> {
                stream.subscribe().block();
                return true;
            });
            new Thread(waiting).start();
            Thread.sleep(30);
            nets.ended.close();
            assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
                    .hasRootCauseMessage("what is waited for was closed");
        }
    }

    /** A name that leads to loopback opens no way to it; what is looked up counts for the network that was passed. */
    @Test
    void aNameOpensNoWayInside() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Nets nets = nets("example.com", giving("127.0.0.1"))) {
            assertThat(all(lookUp(nets, "example.com"))).containsExactly("4[127,0,0,1]");
            Tcp.TcpSocket socket = nets.tcp(IpAddressFamily.IPV4);
            assertThat(error(() -> socket.startConnect(nets.network(), Nets.at("127.0.0.1", server.getLocalPort()))))
                    .isEqualTo(ErrorCode.ACCESS_DENIED);
        }
    }

    @Test
    void whatALookUpGaveMayBeReached() throws Exception {
        try (Nets nets = nets("example.com:443,example.org:53", giving("8.8.8.8", "1.1.1.1"))) {
            GuestNetwork network = (GuestNetwork) nets.network();
            InetSocketAddress https =
                    new InetSocketAddress(IpLiteral.parse("8.8.8.8").orElseThrow(), 443);
            InetSocketAddress dns =
                    new InetSocketAddress(IpLiteral.parse("1.1.1.1").orElseThrow(), 53);
            assertThat(error(() -> network.requireConnect(https))).isEqualTo(ErrorCode.ACCESS_DENIED);
            all(lookUp(nets, "EXAMPLE.com"));
            network.requireConnect(https);
            assertThat(network.allowsSend(https)).isTrue();
            assertThat(error(() -> network.requireSend(dns))).isEqualTo(ErrorCode.ACCESS_DENIED);
            all(lookUp(nets, "example.org"));
            network.requireSend(dns);
            network.requireConnect(https);
        }
    }

    @Test
    void onlySoMuchIsRemembered() throws Exception {
        GuestNetwork network = new GuestNetwork(NetworkPolicy.parse("example.com"));
        HostName name = HostName.of("example.com").orElseThrow();
        for (int i = 0; i < 5000; i++) {
            network.lookedUp(name, List.of(Addresses.of(new byte[] {8, 8, (byte) (i >> 8), (byte) i})));
        }
        InetSocketAddress first =
                new InetSocketAddress(IpLiteral.parse("8.8.0.0").orElseThrow(), 443);
        InetSocketAddress last =
                new InetSocketAddress(IpLiteral.parse("8.8.19.135").orElseThrow(), 443);
        assertThat(network.allowsSend(first)).isFalse();
        assertThat(network.allowsSend(last)).isTrue();
    }

    @Test
    void theSystemKnowsLocalhost() throws Exception {
        try (Nets nets = nets("loopback", NameResolver.system())) {
            assertThat(all(lookUp(nets, "localhost"))).containsAnyOf("4[127,0,0,1]", "8[0,0,0,0,0,0,0,1]");
            assertThat(NameResolver.system().resolve("localhost")).allMatch(InetAddress::isLoopbackAddress);
        }
    }
}
