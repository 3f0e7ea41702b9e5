package dev.witloof.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A server that is a Java program of its own: it answers one byte to each connection. */
class TestServerTest {

    private static final class OneByte extends TestServer {

        OneByte() {
            super("one-byte");
            start();
        }

        @Override
        protected List<String> command() {
            return List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Answering.class.getName(),
                    String.valueOf(port()));
        }

        @Override
        protected boolean isReady(Socket socket) throws IOException {
            return socket.getInputStream().read() == 'x';
        }

        int ask() throws IOException {
            try (Socket socket = new Socket(host(), port())) {
                socket.setSoTimeout(300);
                return socket.getInputStream().read();
            }
        }
    }

    @Test
    void itIsKilledStartedAgainStoppedForAWhileAndClosed() throws Exception {
        OneByte server = new OneByte();
        Path directory = server.directory();
        int port = server.port();
        try (server) {
            assertThat(server.ask()).isEqualTo('x');
            server.kill();
            assertThatThrownBy(server::ask).isInstanceOf(ConnectException.class);
            server.restart();
            assertThat(server.port()).isEqualTo(port);
            assertThat(server.ask()).isEqualTo('x');
            server.pause();
            assertThatThrownBy(server::ask).isInstanceOf(SocketTimeoutException.class);
            server.resume();
            assertThat(server.ask()).isEqualTo('x');
            assertThat(server.log()).isEqualTo("listening\nlistening\n");
        }
        server.close();
        assertThatThrownBy(server::ask).isInstanceOf(ConnectException.class);
        assertThat(Files.exists(directory)).isFalse();
    }

    @Test
    void aThreadAndASocketThatAreLeftAreTold() throws Exception {
        try (OneByte server = new OneByte()) {
            Leaks before = Leaks.now();
            CountDownLatch end = new CountDownLatch(1);
            Thread thread = new Thread(
                    () -> {
                        try {
                            end.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    },
                    "left");
            thread.start();
            Socket socket = new Socket(server.host(), server.port());
            List<String> left = before.since();
            end.countDown();
            socket.close();
            assertThat(left).containsExactly("thread left #" + thread.getId(), "1 socket");
            assertThat(before.since()).isEmpty();
        }
    }
}
