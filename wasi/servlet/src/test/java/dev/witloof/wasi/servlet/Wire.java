package dev.witloof.wasi.servlet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that sends and shows what is on the wire. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE = 10_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Wire(InetSocketAddress server) throws IOException {
        socket = new Socket(server.getAddress(), server.getPort());
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** Sends these characters, one byte each. */
    Wire send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return this;
    }

    /** Sends nothing more, and goes on receiving. */
    Wire sendNoMore() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** What comes until it ends like this. */
    String receiveUntil(String end) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        String text = "";
        while (!text.endsWith(end)) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("expected ..." + end + ", found the end after " + text);
            }
            received.write(next);
            text = received.toString(StandardCharsets.ISO_8859_1);
        }
        return text;
    }

    /** What comes until the connection ends. */
    String receiveAll() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** Ends the connection so that the other side cannot write any more. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
