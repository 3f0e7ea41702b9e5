package dev.witloof.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code witloof serve} in this process, until it is interrupted. */
final class Serving {

    private static final Pattern LINE = Pattern.compile("listening on http://127\\.0\\.0\\.1:(\\d+)/\n");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CompletableFuture<Integer> status = new CompletableFuture<>();
    private final Thread thread;

    private Serving(List<String> arguments) {
        Console console = Console.of(
                new ByteArrayInputStream(new byte[0]), out, err, new Terminals(false, false, false), Map.of());
        thread = new Thread(() -> status.complete(Main.run(arguments, console)), "serving");
        thread.start();
    }

    static Serving of(String... arguments) {
        return new Serving(List.of(arguments));
    }

    /** The port, once it listens. */
    int port() throws InterruptedException {
        while (!status.isDone()) {
            Matcher line = LINE.matcher(out.toString(UTF_8));
            if (line.matches()) {
                return port(line.group());
            }
            Thread.sleep(10);
        }
        throw new AssertionError("ended: " + err.toString(UTF_8));
    }

    /** What the line says that tells where it listens. */
    static int port(String line) {
        return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1, line.lastIndexOf('/')));
    }

    /** Ends it as a signal would. */
    Outcome end() throws Exception {
        thread.interrupt();
        int ended = status.get(20, TimeUnit.SECONDS);
        return new Outcome(ended, out.toString(UTF_8), err.toString(UTF_8));
    }

    static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        return socket;
    }

    static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** What comes until the connection ends. */
    static String rest(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        return new String(in.readAllBytes(), ISO_8859_1);
    }

    /** One request on a connection of its own. */
    static String answer(int port, String method, String path, String body) throws IOException {
        try (Socket socket = connect(port)) {
            send(
                    socket,
                    method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                            + body.length() + "\r\n\r\n" + body);
            return rest(socket);
        }
    }
}
