package dev.witloof.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A client of HTTP/1.1 that costs next to nothing: one connection, small responses, no more understood than is needed. */
final class HttpClientConnection implements AutoCloseable {

    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final String CONTENT_LENGTH = "content-length: ";

    private final Socket socket;
    private final InputStream in;
    private final byte[] received = new byte[1 << 16];
    private int length;

    HttpClientConnection(InetSocketAddress server) throws IOException {
        socket = new Socket(server.getAddress(), server.getPort());
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
    }

    /** The length of a response that must be a 200, chunks and head included. */
    int get(String path) throws IOException {
        return exchange("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n", new byte[0], "HTTP/1.1 200 ");
    }

    /** Puts a value that must not be there yet. */
    void put(String path, byte[] value) throws IOException {
        String head = "PUT " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + value.length + END_OF_HEAD;
        exchange(head, value, "HTTP/1.1 201 ");
    }

    private int exchange(String head, byte[] body, String status) throws IOException {
        byte[] request = new byte[head.length() + body.length];
        System.arraycopy(head.getBytes(StandardCharsets.ISO_8859_1), 0, request, 0, head.length());
        System.arraycopy(body, 0, request, head.length(), body.length);
        socket.getOutputStream().write(request);
        length = 0;
        int end = -1;
        while (end < 0 || length < end) {
            int read = in.read(received, length, received.length - length);
            if (read < 0) {
                throw new EOFException("expected a response, found the end after " + length + " bytes");
            }
            length += read;
            end = end();
        }
        String text = text(0, status.length());
        if (!text.equals(status)) {
            throw new IOException("expected " + status + ", found " + text);
        }
        return length;
    }

    private String text(int from, int to) {
        return new String(received, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Where the response ends; −1 where that is not known yet. */
    private int end() {
        String all = text(0, length);
        int head = all.indexOf(END_OF_HEAD);
        if (head < 0) {
            return -1;
        }
        String fields = all.substring(0, head).toLowerCase(Locale.ROOT);
        int counted = fields.indexOf(CONTENT_LENGTH);
        if (counted >= 0) {
            int from = counted + CONTENT_LENGTH.length();
            int to = fields.indexOf('\r', from);
            return head + END_OF_HEAD.length() + Integer.parseInt(fields.substring(from, to < 0 ? head : to));
        }
        return all.endsWith("\r\n0\r\n\r\n") ? length : -1;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
