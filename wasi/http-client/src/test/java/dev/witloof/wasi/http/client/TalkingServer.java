package dev.witloof.wasi.http.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that says on each connection what a test wants, byte by byte. */
final class TalkingServer implements AutoCloseable {

    /** What is said on one connection, which is closed afterwards. */
    interface Talk {
        void on(Line line) throws Exception;
    }

    private final ServerSocket listening;
    private final Talk talk;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    TalkingServer(Talk talk) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), talk);
    }

    TalkingServer(ServerSocket listening, Talk talk) {
        this.listening = listening;
        this.talk = talk;
        threads.execute(this::accept);
    }

    /** One that answers each request of a connection with the same bytes. */
    static TalkingServer saying(String answer) throws IOException {
        return new TalkingServer(line -> {
            while (!line.head().isEmpty()) {
                line.say(answer);
            }
        });
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                threads.execute(() -> serve(socket));
            } catch (IOException | RejectedExecutionException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            talk.on(new Line(socket));
        } catch (Exception gone) {
            // The test sees what its client sees.
        }
        sockets.remove(socket);
    }

    int port() {
        return listening.getLocalPort();
    }

    String authority() {
        return "127.0.0.1:" + port();
    }

    int connections() {
        return connections.get();
    }

    /** How many connections it has not closed. */
    int open() {
        return sockets.size();
    }

    @Override
    public void close() throws Exception {
        listening.close();
        for (Socket each : sockets) {
            each.close();
        }
        threads.shutdownNow();
        threads.awaitTermination(10, TimeUnit.SECONDS);
    }

    /** A connection, as the server has it. */
    static final class Line {

        final Socket socket;
        final InputStream in;
        final OutputStream out;

        Line(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            this.out = socket.getOutputStream();
        }

        /** The head of a request with the empty line behind it; empty at the end. */
        String head() throws IOException {
            return until("\r\n\r\n");
        }

        /** All up to a text, and the text. */
        String until(String end) throws IOException {
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            while (!read.toString(StandardCharsets.ISO_8859_1).endsWith(end)) {
                int next = in.read();
                if (next < 0) {
                    return "";
                }
                read.write(next);
            }
            return read.toString(StandardCharsets.ISO_8859_1);
        }

        void say(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        /** Until the client closes the connection. */
        void waitForEnd() throws IOException {
            in.transferTo(OutputStream.nullOutputStream());
        }

        /** Ends the connection with a reset. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
