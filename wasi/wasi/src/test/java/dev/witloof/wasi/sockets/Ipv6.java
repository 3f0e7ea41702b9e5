package dev.witloof.wasi.sockets;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Whether this machine has IPv6. */
public final class Ipv6 {

    private Ipv6() {}

    /** Skips a test where there is none. */
    public static void assumeThere() {
        assumeTrue(isThere(), "this machine has no IPv6 on loopback");
    }

    private static boolean isThere() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            return socket.isBound();
        } catch (IOException none) {
            return false;
        }
    }
}
