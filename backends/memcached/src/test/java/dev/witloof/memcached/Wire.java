package dev.witloof.memcached;

import dev.witloof.servers.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Another client of the server: commands as lines of text, one connection each. */
final class Wire {

    private Wire() {}

    /** The answer to a command, with a bar for each line's end. */
    static String ask(TestServer server, String command) throws IOException {
        try (Socket socket = new Socket(server.host(), server.port())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write((command + "\r\nquit\r\n").getBytes(StandardCharsets.UTF_8));
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return String.join("|", answers.lines().toList());
        }
    }
}
