package dev.witloof.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.witloof.error.LimitException;
import dev.witloof.error.TrapException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.limit.Cancellation;
import dev.witloof.link.Deployment;
import dev.witloof.link.Linker;
import dev.witloof.wasi.io.Selectors;
import dev.witloof.wasi.io.Source;
import dev.witloof.wasi.sockets.Ipv6;
import dev.witloof.wasi.sockets.NameResolver;
import dev.witloof.wasi.sockets.NetworkPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A guest in C that is client and server, with real sockets on loopback. */
@Timeout(90)
class SocketsGuestTest {

    private static final Component SOCKETS = Guest.component("c-sockets/sockets.wasm");
    private static final Component NETWORKS = Guest.component("c-sockets/networks.wasm");

    private static WasiBuilder given(NetworkPolicy policy, Object... arguments) {
        List<String> all = new ArrayList<>(List.of("sockets"));
        Arrays.stream(arguments).map(String::valueOf).forEach(all::add);
        return Wasi.builder()
                .arguments(all)
                .stdin(InputStream.nullInputStream())
                .systemClocks()
                .network(policy);
    }

    private static WasiBuilder given(Object... arguments) {
        return given(NetworkPolicy.loopback(), arguments);
    }

    private static RunningGuest start(Object... arguments) {
        return RunningGuest.start(SOCKETS, given(arguments));
    }

    /** Skips the test where the family is not there. */
    private static InetAddress loopback(int family) throws IOException {
        if (family == 6) {
            Ipv6.assumeThere();
        }
        return InetAddress.getByName(family == 4 ? "127.0.0.1" : "::1");
    }

    private static String run(WasiBuilder wasi) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Command.run(SOCKETS, wasi.stdout(out).build());
        return out.toString(UTF_8) + "-> " + code;
    }

    static List<Transcript> transcripts() {
        return Transcript.all("sockets.txt");
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void itPrintsWhatItPrintsElsewhere(Transcript expected) {
        if (expected.arguments().contains("6")) {
            Ipv6.assumeThere();
        }
        Object[] arguments = expected.arguments().stream().skip(1).toArray();
        String printed = String.join("\n", expected.stdout()) + "\n-> " + expected.code();
        assertThat(run(given(arguments))).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6})
    void aClientSendsAndReceives(int family) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, loopback(family))) {
            RunningGuest guest = start("client", family, server.getLocalPort(), "hello");
            try (Socket peer = server.accept()) {
                assertThat(new String(peer.getInputStream().readAllBytes(), UTF_8))
                        .isEqualTo("hello");
                peer.getOutputStream().write("answer\n".getBytes(UTF_8));
            }
            assertThat(guest.line()).isEqualTo("answer");
            assertThat(guest.line()).isEqualTo("closed");
            assertThat(guest.code()).isZero();
        }
    }

    @Test
    void aResetIsAFailure() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, loopback(4))) {
            RunningGuest guest = start("client", 4, server.getLocalPort(), "hello");
            try (Socket peer = server.accept()) {
                peer.getInputStream().readAllBytes();
                peer.setSoLinger(true, 0);
            }
            assertThat(guest.line()).isEqualTo("failed");
            assertThat(guest.code()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6})
    void aServerEchoesToManyAtOnce(int family) throws Exception {
        int clients = 20;
        InetAddress loopback = loopback(family);
        RunningGuest guest = start("serve", family, clients);
        int port = guest.number("listening");
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                byte[] bytes = new byte[20_000 * (i + 1)];
                new Random(i).nextBytes(bytes);
                all.add(threads.submit(() -> isEchoed(loopback, port, bytes)));
            }
            for (Future<Boolean> each : all) {
                assertThat(each.get(60, TimeUnit.SECONDS)).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(guest.line()).isEqualTo("served 20 clients, 4200000 bytes");
        assertThat(guest.code()).isZero();
    }

    private static boolean isEchoed(InetAddress address, int port, byte[] bytes) throws Exception {
        try (Socket socket = new Socket(address, port)) {
            FutureTask<byte[]> reading =
                    new FutureTask<>(() -> socket.getInputStream().readAllBytes());
            new Thread(reading).start();
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            return Arrays.equals(reading.get(60, TimeUnit.SECONDS), bytes);
        }
    }

    @Test
    void aSlowReaderSlowsTheGuestAndNothingPilesUp() throws Exception {
        int bytes = 64 << 20;
        try (ServerSocket server = new ServerSocket()) {
            server.setReceiveBufferSize(8192);
            server.bind(new InetSocketAddress(loopback(4), 0));
            RunningGuest guest = start("flood", 4, server.getLocalPort(), bytes);
            try (Socket peer = server.accept()) {
                Thread.sleep(300);
                long before = usedMemory();
                InputStream in = peer.getInputStream();
                byte[] buffer = new byte[1 << 16];
                long total = 0;
                long most = 0;
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    total += read;
                    if (total % (8 << 20) < read) {
                        most = Math.max(most, usedMemory());
                    }
                }
                assertThat(total).isEqualTo(bytes);
                assertThat(most - before).isLessThan(8 << 20);
            }
            assertThat(guest.line()).isEqualTo("sent " + bytes);
            assertThat(guest.code()).isZero();
        }
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void aPeerThatGoesEndsTheFlood() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, loopback(4))) {
            RunningGuest guest = start("flood", 4, server.getLocalPort(), 1 << 30);
            server.accept().close();
            assertThat(guest.line()).isEqualTo("peer gone");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6})
    void datagramsAreSentBack(int family) throws Exception {
        InetAddress loopback = loopback(family);
        RunningGuest guest = start("udp-echo", family, 100);
        int port = guest.number("bound");
        try (DatagramSocket socket = new DatagramSocket(0, loopback)) {
            socket.setSoTimeout(10_000);
            socket.connect(loopback, port);
            for (int i = 0; i < 100; i++) {
                byte[] bytes = ("datagram " + i).getBytes(UTF_8);
                socket.send(new DatagramPacket(bytes, bytes.length));
                DatagramPacket answer = new DatagramPacket(new byte[100], 100);
                socket.receive(answer);
                assertThat(Arrays.copyOf(answer.getData(), answer.getLength())).isEqualTo(bytes);
            }
        }
        assertThat(guest.line()).isEqualTo("done");
        assertThat(guest.code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6})
    void oneGuestAsksAnother(int family) throws Exception {
        assertThat(loopback(family).isLoopbackAddress()).isTrue();
        RunningGuest server = start("udp-echo", family, 1);
        int port = server.number("bound");
        assertThat(run(given("udp-ask", family, port, "who?"))).isEqualTo("who?\n-> 0");
        assertThat(server.code()).isZero();
    }

    @Test
    void socketsTimersAndStandardInputAreWaitedForAtOnce() throws Exception {
        Pipe pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        try (Selectors selectors = new Selectors()) {
            RunningGuest guest =
                    RunningGuest.start(SOCKETS, given("at-once", 4, 500).stdin(Source.of(pipe.source(), selectors)));
            int port = guest.number("listening");
            try (Socket client = new Socket(loopback(4), port)) {
                assertThat(client.getInputStream().read()).isEqualTo(-1);
            }
            pipe.sink().write(ByteBuffer.wrap("typed\n".getBytes(UTF_8)));
            assertThat(List.of(guest.line(), guest.line(), guest.line()))
                    .containsExactlyInAnyOrder("client", "input typed", "timer");
            assertThat(guest.code()).isZero();
        }
    }

    @Test
    void namesAreLookedUp() throws Exception {
        NameResolver resolver = name -> Stream.of("8.8.8.8", "2001:4860::8888")
                .map(each -> {
                    try {
                        return InetAddress.getByName(each);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
        NetworkPolicy policy = NetworkPolicy.parse("name=*.example");
        String expected = "8.8.8.8\n2001:4860:0:0:0:0:0:8888\n-> 0";
        assertThat(run(given(policy, "lookup", 4, "a.example").nameResolver(resolver)))
                .isEqualTo(expected);
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            assertThat(run(given("lookup", 4, "a.example")
                            .network(policy, executor)
                            .nameResolver(resolver)))
                    .isEqualTo(expected);
        } finally {
            executor.shutdownNow();
        }
        assertThat(run(given(policy, "lookup", 4, "a.com").nameResolver(resolver)))
                .isEqualTo("resolve-addresses: access-denied\n-> 1");
        assertThat(run(given(policy, "lookup", 4, "a..example").nameResolver(resolver)))
                .isEqualTo("resolve-addresses: invalid-argument\n-> 1");
        assertThat(run(given(policy, "lookup", 4, "::ffff:1.2.3.4"))).isEqualTo("1.2.3.4\n-> 0");
    }

    @Test
    void whatThePolicyRefusesIsDenied() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, loopback(4))) {
            int port = server.getLocalPort();
            assertThat(run(given(NetworkPolicy.none(), "client", 4, port, "x")))
                    .isEqualTo("start-connect: access-denied\n-> 1");
            assertThat(run(given(NetworkPolicy.parse("[::1]"), "client", 4, port, "x")))
                    .isEqualTo("start-connect: access-denied\n-> 1");
        }
        assertThat(run(given(NetworkPolicy.parse("connect=*"), "serve", 4, 1)))
                .isEqualTo("start-bind: access-denied\n-> 1");
        assertThat(run(given(NetworkPolicy.parse("bind=127.0.0.1"), "udp-ask", 4, 9, "x")))
                .isEqualTo("stream: access-denied\n-> 1");
    }

    @Test
    void theSocketsOfAnInstanceAreLimited() {
        assertThat(run(given("leak", 4, 300))).isEqualTo("256 sockets\ncreate: new-socket-limit\n-> 1");
        assertThat(run(given("leak", 4, 300).sockets(10))).isEqualTo("10 sockets\ncreate: new-socket-limit\n-> 1");
        assertThat(run(given("leak", 4, 300).sockets(0))).isEqualTo("0 sockets\ncreate: new-socket-limit\n-> 1");
    }

    /** What a guest leaves open is closed with its instance, and costs other instances nothing. */
    @Test
    void aClosedInstanceHasNoSockets() throws Exception {
        Path descriptors = Path.of("/proc/self/fd");
        assumeTrue(Files.isDirectory(descriptors), "the system does not list what is open");
        Linker linker = Linker.builder()
                .bindAll(given("leak", 4, 100)
                        .stdout(new ByteArrayOutputStream())
                        .build())
                .build();
        try (Deployment deployment = linker.plan(SOCKETS).start()) {
            assertThat(run(given("leak", 4, 1))).endsWith("-> 0");
            long before = count(descriptors);
            try (ComponentInstance one = deployment.instantiate();
                    ComponentInstance two = deployment.instantiate()) {
                assertThat(Command.run(one)).isZero();
                assertThat(Command.run(two)).isZero();
                assertThat(count(descriptors)).isBetween(before + 150, before + 220);
            }
            assertThat(count(descriptors)).isLessThan(before + 20);
        }
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        }
    }

    @Test
    void closingTheDeploymentWakesWhoWaits() throws Exception {
        FutureTask<Deployment> deployed = new FutureTask<>(() -> null);
        List<Deployment> deployments = new ArrayList<>();
        RunningGuest guest = RunningGuest.start(given("for-ever", 4, 0), wasi -> {
            Deployment deployment =
                    Linker.builder().bindAll(wasi).build().plan(SOCKETS).start();
            deployments.add(deployment);
            deployed.run();
            return Command.run(deployment.instantiate());
        });
        deployed.get();
        int port = guest.number("listening");
        assertThat(port).isPositive();
        assertThatThrownBy(deployments.get(0)::close).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(guest::code)
                .isInstanceOf(ExecutionException.class)
                .rootCause()
                .isInstanceOfSatisfying(
                        TrapException.class,
                        trap -> assertThat(trap.reason()).isEqualTo("what is waited for was closed"));
    }

    @Test
    void aGuestThatWaitsForAClientIsCancelled() throws Exception {
        Cancellation gone = new Cancellation();
        RunningGuest guest = RunningGuest.start(given("for-ever", 4, 0), wasi -> {
            try (ComponentInstance instance =
                    Linker.builder().bindAll(wasi).build().plan(SOCKETS).instantiate()) {
                return instance.cancellable(gone, () -> Command.run(instance));
            }
        });
        int port = guest.number("listening");
        gone.cancel();
        assertThatThrownBy(guest::code).isInstanceOf(ExecutionException.class);
        assertThatThrownBy(() -> new Socket(loopback(4), port)).isInstanceOf(IOException.class);
    }

    @Test
    void waitsForClientsCountAsTimeInTheHost() {
        assertThatThrownBy(() -> run(given("for-ever", 4, 0).hostTime(Duration.ofMillis(100))))
                .isInstanceOf(LimitException.class)
                .hasMessageContaining("host time: expected at most 100ms in calls of the host, found more");
    }

    /** On virtual threads, where there are any: more servers wait at once than there are processors. */
    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void serversWaitOnVirtualThreads() throws Exception {
        List<RunningGuest> guests = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            guests.add(RunningGuest.startVirtual(SOCKETS, given("serve", 4, 1)));
        }
        for (RunningGuest each : guests) {
            int port = each.number("listening");
            assertThat(isEchoed(loopback(4), port, new byte[100_000])).isTrue();
            assertThat(each.line()).isEqualTo("served 1 clients, 100000 bytes");
            assertThat(each.code()).isZero();
        }
    }

    @Test
    void twoNetworksByNameReachWhatEachMay() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, loopback(4));
                ServerSocket other = new ServerSocket(0, 5, loopback(4))) {
            int port = server.getLocalPort();
            Wasi inner = Wasi.builder().network(NetworkPolicy.loopback()).build();
            Wasi outer = Wasi.builder()
                    .network(NetworkPolicy.parse("connect=127.0.0.1:" + other.getLocalPort()))
                    .build();
            Wasi unnamed = Wasi.builder().network(NetworkPolicy.none()).build();
            Linker linker = Linker.builder()
                    .bindAll(unnamed)
                    .bind("inner")
                    .to(inner)
                    .bind("outer")
                    .to(outer)
                    .build();
            try (ComponentInstance instance = linker.plan(NETWORKS).instantiate()) {
                Connecting guest = new Connecting(instance);
                assertThat(guest.connect(false, port)).isEqualTo(21);
                assertThat(guest.connect(true, port)).as("access-denied").isEqualTo(1);
                assertThat(guest.connect(true, other.getLocalPort())).isEqualTo(21);
                assertThat(guest.across(other.getLocalPort()))
                        .as("invalid-argument: bound in another network")
                        .isEqualTo(3);
            }
        }
    }

    private record Connecting(ComponentInstance instance) {

        long connect(boolean outer, int port) {
            return (Long) instance.function("connect").call(outer, port);
        }

        long across(int port) {
            return (Long) instance.function("across").call(port);
        }
    }
}
