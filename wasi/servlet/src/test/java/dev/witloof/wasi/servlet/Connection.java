package dev.witloof.wasi.servlet;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection that is kept, on which a request follows the response before; what does not belong to a response is noticed. */
final class Connection implements AutoCloseable {

    private static final int PATIENCE = 30_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Connection(InetSocketAddress server) throws IOException {
        socket = new Socket(server.getAddress(), server.getPort());
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** Sends a request and gives status and body of the response: {@code 200 text}. */
    String send(String method, String path, String body) throws IOException {
        out.write((method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.ISO_8859_1));
        String status = line();
        long length = -1;
        boolean chunks = false;
        for (String field = line(); !field.isEmpty(); field = line()) {
            String lower = field.toLowerCase(Locale.ROOT);
            chunks |= lower.equals("transfer-encoding: chunked");
            if (lower.startsWith("content-length: ")) {
                length = Long.parseLong(lower.substring("content-length: ".length()));
            }
        }
        String received = chunks ? chunks() : bytes((int) length);
        if (!status.startsWith("HTTP/1.1 ") || in.available() > 0) {
            throw new IOException("expected one response, found " + status + " and " + in.available() + " bytes more");
        }
        return status.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()) + " " + received;
    }

    private String chunks() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.append(bytes(size));
            line();
        }
        line();
        return all.toString();
    }

    private String bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new IOException("expected " + count + " bytes, found " + bytes.length);
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("expected a line, found the end");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
