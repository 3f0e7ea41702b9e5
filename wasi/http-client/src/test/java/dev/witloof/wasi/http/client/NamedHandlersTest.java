package dev.witloof.wasi.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.config.BackendRegistry;
import dev.witloof.config.Bindings;
import dev.witloof.config.SecretResolver;
import dev.witloof.host.Tuple2;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Deployment;
import dev.witloof.link.Linker;
import dev.witloof.servers.Certificate;
import dev.witloof.servers.Leaks;
import dev.witloof.wasi.Wasi;
import dev.witloof.wasi.http.Types.ErrorCode;
import dev.witloof.wasi.http.Types.ErrorCodeException;
import dev.witloof.wasi.http.WasiHttp;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One guest that sends requests by two handlers, each behind a name and with rules of its own. */
@Timeout(60)
final class NamedHandlersTest {

    private static final Leaks BEFORE = Leaks.now();
    private static final Component FETCH = component();

    @TempDir
    private static Path folder;

    private static Certificate certificate;

    private TalkingServer near;
    private TalkingServer far;

    /** Which handler. */
    enum Way {
        PUBLIC,
        INTERNAL
    }

    /** What came back. */
    record Reply(int status, List<Tuple2<String, byte[]>> headers, byte[] body, List<Tuple2<String, byte[]>> trailers) {

        String text() {
            return new String(body, StandardCharsets.ISO_8859_1);
        }
    }

    /** What the guest exports. */
    interface Fetching {

        Reply fetch(
                Way way,
                String method,
                String authority,
                String path,
                List<Tuple2<String, byte[]>> headers,
                byte[] body)
                throws ErrorCodeException;

        void giveUp(long at);
    }

    private static Component component() {
        try (InputStream in = NamedHandlersTest.class.getResourceAsStream("/guests/c-fetch/fetch.wasm")) {
            return Component.load(in.readAllBytes());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void make() throws Exception {
        certificate = Certificate.make(folder);
    }

    @AfterAll
    static void nothingIsLeft() {
        assertThat(BEFORE.since()).isEmpty();
    }

    @BeforeEach
    void start() throws Exception {
        near = server("near");
        far = server("far");
    }

    @AfterEach
    void stop() throws Exception {
        near.close();
        far.close();
    }

    /** Answers with its name and what it received, the trailer it got as a trailer. */
    private static TalkingServer server(String name) throws Exception {
        return new TalkingServer(
                certificate
                        .serving()
                        .getServerSocketFactory()
                        .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1")),
                line -> {
                    for (String head = line.head(); !head.isEmpty(); head = line.head()) {
                        String path = head.split(" ")[1];
                        long bytes = 0;
                        String trailer = "none: none";
                        if (head.contains("chunked")) {
                            for (String size = line.until("\r\n"); !size.equals("0\r\n"); size = line.until("\r\n")) {
                                int length = Integer.parseInt(size.strip(), 16);
                                line.in.skipNBytes(length + 2);
                                bytes += length;
                            }
                            trailer = line.until("\r\n\r\n").strip();
                        }
                        String said = name + " " + path + " " + bytes;
                        line.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + Integer.toHexString(said.length()) + "\r\n" + said + "\r\n0\r\n" + trailer
                                + "\r\n\r\n");
                    }
                });
    }

    private Deployment deployment() throws Exception {
        return Linker.builder()
                .bindAll(Wasi.builder()
                        .systemClocks()
                        .build()
                        .and(WasiHttp.builder().build()))
                .bind("public")
                .to(OutgoingHttp.builder()
                        .allow("https://far.example:" + far.port(), "https://127.0.0.1:" + far.port())
                        .lookup(name -> List.of(InetAddress.getByName("127.0.0.1")))
                        .tls(certificate.trusting())
                        .build())
                .bind("internal")
                .to(OutgoingHttp.builder()
                        .allow("https://127.0.0.0/8:" + near.port())
                        .tls(certificate.trusting())
                        .build())
                .build()
                .plan(FETCH)
                .start();
    }

    private static Reply get(Fetching guest, Way way, String authority) throws ErrorCodeException {
        return guest.fetch(way, "GET", authority, "/a?b", List.of(), new byte[0]);
    }

    private static ErrorCode refused(Fetching guest, Way way, String authority) {
        return catchThrowableOfType(ErrorCodeException.class, () -> get(guest, way, authority))
                .error();
    }

    @Test
    void eachReachesWhatItsRulesAllow() throws Exception {
        try (Deployment deployment = deployment();
                ComponentInstance instance = deployment.instantiate()) {
            Fetching guest = instance.as(Fetching.class);
            assertThat(get(guest, Way.PUBLIC, far.authority()).text()).isEqualTo("far /a?b 0");
            assertThat(get(guest, Way.INTERNAL, near.authority()).text()).isEqualTo("near /a?b 0");
            assertThat(refused(guest, Way.PUBLIC, near.authority())).isEqualTo(new ErrorCode.DestinationIpProhibited());
            assertThat(refused(guest, Way.INTERNAL, far.authority()))
                    .isEqualTo(new ErrorCode.DestinationIpProhibited());
            assertThat(refused(guest, Way.PUBLIC, "near.example:" + far.port()))
                    .isEqualTo(new ErrorCode.HttpRequestDenied());
            // It is looked up, reached, and has another's certificate.
            assertThat(refused(guest, Way.PUBLIC, "far.example:" + far.port()))
                    .isEqualTo(new ErrorCode.TlsCertificateError());
            assertThat(near.connections()).isEqualTo(1);
        }
    }

    @Test
    void bodiesAndTrailersGoBothWays() throws Exception {
        try (Deployment deployment = deployment();
                ComponentInstance instance = deployment.instantiate()) {
            Fetching guest = instance.as(Fetching.class);
            Reply reply = guest.fetch(Way.INTERNAL, "POST", near.authority(), "/up", List.of(), new byte[300_000]);
            assertThat(reply.text()).isEqualTo("near /up 300000");
            assertThat(reply.trailers()).hasSize(1);
            assertThat(reply.trailers().get(0).v0()).isEqualTo("x-length");
            assertThat(new String(reply.trailers().get(0).v1(), StandardCharsets.US_ASCII))
                    .isEqualTo("300000");
        }
    }

    @Test
    void instancesShareTheConnectionsOfTheirDeployment() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Deployment deployment = deployment()) {
            List<Future<Integer>> guests = threads.invokeAll(Collections.nCopies(4, () -> {
                try (ComponentInstance instance = deployment.instantiate()) {
                    Fetching guest = instance.as(Fetching.class);
                    int bytes = 0;
                    for (int i = 0; i < 50; i++) {
                        bytes += get(guest, Way.INTERNAL, near.authority()).body().length;
                    }
                    return bytes;
                }
            }));
            for (Future<Integer> each : guests) {
                assertThat(each.get()).isEqualTo(50 * "near /a?b 0".length());
            }
            // A guest may see the end of a response a moment before its connection is free for the next request.
            assertThat(near.connections()).isLessThanOrEqualTo(8);
        } finally {
            threads.shutdown();
            threads.awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aFileOfBindingsSaysWhatEachMay() throws Exception {
        BackendRegistry registry = BackendRegistry.builder()
                .register("http-client", new OutgoingHttpFactory())
                .build();
        Linker.Builder linker = Linker.builder()
                .bindAll(Wasi.builder()
                        .systemClocks()
                        .build()
                        .and(WasiHttp.builder().build()));
        Bindings.load(
                        "bindings.yaml",
                        "version: 1\nbindings:\n"
                                + "  - {name: public, interface: 'wasi:http/outgoing-handler@0.2.12', backend: http-client, config: {allow: ['https://public']}}\n"
                                + "  - {name: internal, interface: 'wasi:http/outgoing-handler@0.2.12', backend: http-client, config: {allow: ['https://127.0.0.1:"
                                + near.port() + "'], connectTimeout: 2s}}\n",
                        registry,
                        SecretResolver.none())
                .applyTo(linker);
        try (Deployment deployment = linker.build().plan(FETCH).start();
                ComponentInstance instance = deployment.instantiate()) {
            Fetching guest = instance.as(Fetching.class);
            assertThat(refused(guest, Way.PUBLIC, near.authority())).isEqualTo(new ErrorCode.DestinationIpProhibited());
            // It is reached, and trusted by nobody.
            assertThat(refused(guest, Way.INTERNAL, near.authority())).isEqualTo(new ErrorCode.TlsCertificateError());
        }
    }
}
