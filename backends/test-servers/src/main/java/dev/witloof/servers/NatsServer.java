package dev.witloof.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code nats-server} with JetStream, whose streams are files in its directory. */
public final class NatsServer extends TestServer {

    private final Path program = Programs.find("nats-server", "nats-server");
    private final String settings;

    private NatsServer(String settings) {
        super("nats");
        this.settings = settings;
        start();
    }

    /**
     * One with these lines in its configuration besides, such as {@code authorization { token: "x" }}. Its messages may have
     * 8 MiB, if none of the lines says otherwise.
     */
    public static NatsServer start(String... lines) {
        String settings = String.join("\n", lines);
        return new NatsServer(settings.contains("max_payload") ? settings : settings + "\nmax_payload: 8MB");
    }

    /** One that speaks TLS only. */
    public static NatsServer startTls(Path certificate, Path key) {
        return start("tls { cert_file: \"" + certificate + "\", key_file: \"" + key + "\" }");
    }

    @Override
    protected List<String> command() {
        Path file = directory().resolve("nats.conf");
        String listen = "listen: \"" + address() + "\"\n";
        String jetStream = "jetstream { store_dir: \"" + directory().resolve("jetstream") + "\" }\n";
        try {
            Files.writeString(file, listen + jetStream + settings + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(program.toString(), "-c", file.toString());
    }

    /** It greets who connects, which it does once its streams are there. */
    @Override
    protected boolean isReady(Socket socket) throws IOException {
        byte[] greeting = socket.getInputStream().readNBytes(5);
        return new String(greeting, StandardCharsets.US_ASCII).equals("INFO ");
    }
}
