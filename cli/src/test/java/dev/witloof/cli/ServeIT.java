package dev.witloof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code witloof serve} as a process, which signals end. */
class ServeIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void aSignalEndsItWhenTheRequestsOnTheWayAreAnswered(String signal, int status) throws Exception {
        Process process = serve();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            int port = Serving.port(out.readLine());
            assertThat(Serving.answer(port, "PUT", "/ada", "v1")).startsWith("HTTP/1.1 201 ");
            try (Socket slow = Serving.connect(port)) {
                Serving.send(slow, "PUT /ada HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nv");
                assertThat(Serving.answer(port, "GET", "/ada", "")).endsWith("\r\n2\r\nv1\r\n0\r\n\r\n");

                kill(signal, process);
                awaitRefusal(port);
                Serving.send(slow, "2");

                assertThat(Serving.rest(slow)).startsWith("HTTP/1.1 201 ").endsWith("\r\nstored\n\r\n0\r\n\r\n");
            }
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(status);
            assertThat(out.readLine()).isNull();
            assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8))
                    .isEmpty();
            assertThat(folder.resolve("data")).isNotEmptyDirectory();
        } finally {
            process.destroyForcibly();
        }
    }

    private Process serve() throws IOException {
        Path bindings = Files.writeString(folder.resolve("bindings.yaml"), """
                version: 1
                bindings:
                  - {name: sessions, interface: "wasi:keyvalue/store@0.2.0-draft", backend: files, config: {directory: data}}
                  - {name: cache, interface: "wasi:keyvalue/store@0.2.0-draft", backend: memory}
                """);
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Program.file("witloof").toString(),
                        "serve",
                        Outcome.guest("c-http/http.wasm", folder).toString(),
                        "--bindings",
                        bindings.toString(),
                        "--port",
                        "0"))
                .directory(folder.toFile());
        builder.environment().putAll(Program.environment());
        return builder.start();
    }

    private static void kill(String signal, Process process) throws IOException, InterruptedException {
        Program.run(List.of("kill", "-" + signal, Long.toString(process.pid())), Program.environment())
                .is(0, "", "");
    }

    /** It takes no more connections. */
    private static void awaitRefusal(int port) throws InterruptedException {
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 500; i++) {
                        Serving.connect(port).close();
                        Thread.sleep(20);
                    }
                })
                .isInstanceOf(ConnectException.class);
    }
}
