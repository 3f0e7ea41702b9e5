package dev.witloof.memcached;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whom Cyrus SASL asks whether a password is right, as it asks {@code saslauthd}: one user, one password. */
final class PasswordDaemon implements AutoCloseable {

    private final ServerSocketChannel server;
    private final Thread thread;
    private final String user;
    private final String password;

    private PasswordDaemon(ServerSocketChannel server, String user, String password) {
        this.server = server;
        this.user = user;
        this.password = password;
        this.thread = new Thread(this::serve, "password daemon");
    }

    /** Starts one, and writes the configuration of a {@code memcached} that asks it. */
    static PasswordDaemon start(Path folder, String user, String password) throws IOException {
        Path socket = folder.resolve("mux");
        Files.writeString(
                folder.resolve("memcached.conf"),
                "pwcheck_method: saslauthd\nsaslauthd_path: " + socket + "\nmech_list: plain\n");
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        PasswordDaemon daemon = new PasswordDaemon(server, user, password);
        daemon.thread.start();
        return daemon;
    }

    private void serve() {
        while (server.isOpen()) {
            try (SocketChannel client = server.accept()) {
                DataInputStream in = new DataInputStream(Channels.newInputStream(client));
                boolean right = text(in).equals(user) & text(in).equals(password);
                text(in); // the service
                text(in); // the realm
                ByteBuffer answer = ByteBuffer.allocate(4).putShort((short) 2);
                answer.put((right ? "OK" : "NO").getBytes(StandardCharsets.US_ASCII))
                        .flip();
                client.write(answer);
            } catch (IOException closed) {
                // It is over, or that client is.
            }
        }
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readUnsignedShort()), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        server.close();
        thread.join();
    }
}
