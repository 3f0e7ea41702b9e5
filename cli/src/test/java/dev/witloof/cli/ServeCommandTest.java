package dev.witloof.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServeCommandTest {

    @TempDir
    private static Path folder;

    private static String http;
    private static String bindings;

    @BeforeAll
    static void guests() throws IOException {
        http = Outcome.guest("c-http/http.wasm", folder).toString();
        bindings = Files.writeString(folder.resolve("bindings.yaml"), """
                version: 1
                bindings:
                  - {name: sessions, interface: "wasi:keyvalue/store@0.2.0-draft", backend: memory}
                  - {name: cache, interface: "wasi:keyvalue/store@0.2.0-draft", backend: bounded, config: {maximumEntries: 10}}
                """).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--instances=2"})
    void requestsAreAnswered(String instances) throws Exception {
        Serving serving = instances.isEmpty()
                ? Serving.of("serve", http, "--bindings", bindings, "--port", "0")
                : Serving.of("serve", http, "--bindings", bindings, "--port", "0", instances);
        int port = serving.port();

        assertThat(Serving.answer(port, "PUT", "/ada", "v1"))
                .startsWith("HTTP/1.1 201 ")
                .contains("\r\nX-from: store\r\n")
                .endsWith("\r\n\r\n7\r\nstored\n\r\n0\r\n\r\n");
        assertThat(Serving.answer(port, "GET", "/ada", ""))
                .startsWith("HTTP/1.1 200 ")
                .contains("\r\nX-from: cache\r\n")
                .endsWith("\r\n\r\n2\r\nv1\r\n0\r\n\r\n");

        serving.end().is(0, "listening on http://127.0.0.1:" + port + "/\n", "");
        assertThatThrownBy(() -> Serving.connect(port)).isInstanceOf(ConnectException.class);
    }

    @Test
    void aRequestThatTakesTooLongIsCutAndTold() throws Exception {
        Serving serving =
                Serving.of("serve", http, "--bindings", bindings, "--port", "0", "--timeout", "1", "--instances", "1");
        int port = serving.port();

        try (Socket slow = Serving.connect(port)) {
            Serving.send(slow, "PUT /slow HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nhalf");
            assertThat(Serving.rest(slow)).isEmpty();
        }
        assertThat(Serving.answer(port, "GET", "/slow", "")).startsWith("HTTP/1.1 404 ");

        Outcome outcome = serving.end();
        assertThat(outcome.err())
                .startsWith("witloof serve: PUT http://h/slow: ")
                .contains("1s")
                .hasLineCount(1);
    }

    @Test
    void requestsOnTheWayAreAnsweredBeforeItEnds() throws Exception {
        Serving serving = Serving.of("serve", http, "--bindings", bindings, "--port", "0");
        int port = serving.port();
        try (Socket slow = Serving.connect(port)) {
            Serving.send(slow, "PUT /slow HTTP/1.1\r\nHost: h\r\nContent-Length: 8\r\n\r\nhalf");
            Serving.answer(port, "GET", "/nobody", "");
            Thread last = new Thread(() -> {
                try {
                    Thread.sleep(300);
                    Serving.send(slow, "half");
                } catch (InterruptedException | IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            last.start();

            serving.end().is(0, "listening on http://127.0.0.1:" + port + "/\n", "");

            assertThat(Serving.rest(slow)).startsWith("HTTP/1.1 201 ").endsWith("\r\n0\r\n\r\n");
            last.join();
        }
    }

    @Test
    void requestsThatGoOnForTooLongAreCutWhenItEnds() throws Exception {
        Serving serving = Serving.of("serve", http, "--bindings", bindings, "--port", "0", "--grace", "0");
        int port = serving.port();
        try (Socket slow = Serving.connect(port)) {
            Serving.send(slow, "PUT /slow HTTP/1.1\r\nHost: h\r\nContent-Length: 8\r\n\r\nhalf");
            Serving.answer(port, "GET", "/nobody", "");

            assertThat(serving.end().status()).isZero();

            assertThat(Serving.rest(slow)).isEmpty();
        }
    }

    @Test
    void anAddressThatIsTakenIsSaid() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Outcome.of("serve", http, "--bindings", bindings, "--port", port)
                    .is(
                            125,
                            "",
                            "witloof serve: expected to listen on 127.0.0.1:" + port
                                    + ", found: Address already in use\n");
        }
    }

    @Test
    void whatIsNoHandlerIsRefused() throws IOException {
        String stores = Outcome.guest("c-stores/stores.wasm", folder).toString();

        Outcome.of("serve", stores)
                .is(
                        64,
                        "",
                        "witloof serve: expected a component that exports wasi:http/incoming-handler, found another\n"
                                + "witloof serve --help says more\n");
    }

    @Test
    void whatIsNotBoundIsReported() {
        Outcome outcome = Outcome.of("serve", http, "--port", "0");

        assertThat(outcome.status()).isEqualTo(126);
        assertThat(outcome.err())
                .contains("2 problems in 5 imports", "`witloof scaffold " + http + "` writes a file of bindings");
    }

    @ParameterizedTest
    @CsvSource({
        "--port,      65536,   0, 65535",
        "--instances, 0,       1, 1000000",
        "--threads,   0,       1, 1000000",
        "--timeout,   -1,      0, 1000000",
        "--grace,     1000001, 0, 1000000",
    })
    void numbersHaveTheirRange(String option, String value, int least, int most) {
        Outcome.of("serve", http, option, value)
                .is(
                        64,
                        "",
                        "witloof serve: " + option + ": expected " + least + " to " + most + ", found " + value
                                + "\nwitloof serve --help says more\n");
    }
}
