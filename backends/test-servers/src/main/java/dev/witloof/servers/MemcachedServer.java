package dev.witloof.servers;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code memcached}, for items of up to 4 MiB. */
public final class MemcachedServer extends TestServer {

    private final Path program = Programs.find("memcached", "memcached");
    private final Optional<Path> configuration;
    private final List<String> options;

    private MemcachedServer(Optional<Path> configuration, List<String> options) {
        super("memcached");
        this.configuration = configuration;
        this.options = options;
        start();
    }

    /** One with these options besides. */
    public static MemcachedServer start(String... options) {
        return new MemcachedServer(Optional.empty(), List.of(options));
    }

    /** One that wants a user and a password, by SASL, and asks what is configured in {@code memcached.conf} of this folder. */
    public static MemcachedServer startSasl(Path configuration) {
        return new MemcachedServer(Optional.of(configuration), List.of("-S"));
    }

    /** The user has to be named where it is root, who is taken for a mistake otherwise. */
    @Override
    protected List<String> command() {
        List<String> command = new ArrayList<>();
        configuration.ifPresent(folder -> command.addAll(List.of("env", "SASL_CONF_PATH=" + folder)));
        command.addAll(List.of(program.toString(), "-l", host(), "-p", String.valueOf(port())));
        command.addAll(List.of("-U", "0", "-m", "256", "-I", "4m", "-u", System.getProperty("user.name")));
        command.addAll(options);
        return command;
    }

    @Override
    protected boolean isReady(Socket socket) throws IOException {
        if (configuration.isPresent()) {
            return true; // which speaks no text
        }
        socket.getOutputStream().write("version\r\n".getBytes(StandardCharsets.US_ASCII));
        String answer = new String(socket.getInputStream().readNBytes(7), StandardCharsets.US_ASCII);
        return answer.equals("VERSION");
    }
}
