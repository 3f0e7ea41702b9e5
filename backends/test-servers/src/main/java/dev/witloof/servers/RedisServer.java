package dev.witloof.servers;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code redis-server}. */
public final class RedisServer extends TestServer {

    private final Path program = Programs.find("redis-server", "redis-server");
    private final boolean tls;
    private final List<String> options;

    private RedisServer(boolean tls, List<String> options) {
        super("redis");
        this.tls = tls;
        this.options = options;
        start();
    }

    /** One that keeps nothing when it ends, with these options besides, such as {@code --requirepass x}. */
    public static RedisServer start(String... options) {
        return new RedisServer(false, List.of(options));
    }

    /** One that has written to its file what it acknowledges. */
    public static RedisServer startDurable() {
        return start("--appendonly", "yes", "--appendfsync", "always");
    }

    /** One that speaks nothing but TLS. */
    public static RedisServer startTls(Path certificate, Path key) {
        return new RedisServer(
                true,
                List.of(
                        "--tls-cert-file",
                        certificate.toString(),
                        "--tls-key-file",
                        key.toString(),
                        "--tls-ca-cert-file",
                        certificate.toString(),
                        "--tls-auth-clients",
                        "no"));
    }

    @Override
    protected List<String> command() {
        List<String> command = new ArrayList<>(List.of(program.toString(), "--bind", host(), "--save", ""));
        command.addAll(List.of("--port", tls ? "0" : String.valueOf(port())));
        if (tls) {
            command.addAll(List.of("--tls-port", String.valueOf(port())));
        }
        // Its table of keys grows with the commands only, not by a timer too: a page of keys is the same when asked for
        // again.
        command.addAll(List.of("--activerehashing", "no"));
        command.addAll(options);
        return command;
    }

    /** It says {@code +PONG}, or that it wants a password; while it reads its file it says something else. */
    @Override
    protected boolean isReady(Socket socket) throws IOException {
        if (tls) {
            return true;
        }
        socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
        String answer = new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
        return answer.equals("+PONG") || answer.equals("-NOAU");
    }
}
