package dev.witloof.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** The program of {@link TestServerTest}. */
final class Answering {

    private Answering() {}

    /** Answers one byte to each connection on the port that is its argument. */
    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket(Integer.parseInt(args[0]), 50, InetAddress.getLoopbackAddress())) {
            System.out.println("listening");
            while (true) {
                try (Socket socket = server.accept()) {
                    socket.getOutputStream().write('x');
                }
            }
        }
    }
}
