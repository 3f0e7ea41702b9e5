package dev.witloof.wasi.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.wasi.http.HttpService;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 300 MB through a guest at once in both directions, in a process whose heap has 48 MiB. */
@Tag("long")
class LargeBodiesTest {

    private static final int PIECE = 100_000;
    private static final int PIECES = 3_000;

    /** The process: serves until its standard input ends. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) throws Exception {
            Server server = Server.Kind.valueOf(arguments[0]).serving(HttpService.of(Guest.answering()));
            System.out.println(server.address().getPort());
            while (System.in.read() >= 0) {}
            System.exit(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(120)
    void flowThroughASmallHeap(Server.Kind kind) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(
                                        System.getProperty("java.home"),
                                        "bin",
                                        File.separatorChar == '\\' ? "java.exe" : "java")
                                .toString(),
                        "-Xmx48m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        kind.name())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(out.readLine()))) {
            Thread sender = new Thread(() -> send(socket));
            sender.start();
            assertThat(received(socket.getInputStream())).isEqualTo((long) PIECE * PIECES);
            sender.join();
        } finally {
            process.destroyForcibly();
        }
    }

    private static void send(Socket socket) {
        byte[] piece = new byte[PIECE];
        try {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /echo HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: " + (long) PIECE * PIECES
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < PIECES; i++) {
                out.write(piece);
            }
            out.flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bytes of the body, all of them 0, between what is needed for chunks. */
    private static long received(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long zeroes = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            for (int i = 0; i < read; i++) {
                zeroes += buffer[i] == 0 ? 1 : 0;
            }
        }
        return zeroes;
    }
}
