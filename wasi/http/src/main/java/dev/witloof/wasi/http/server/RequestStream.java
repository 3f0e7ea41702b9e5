package dev.witloof.wasi.http.server;

import com.sun.net.httpserver.HttpExchange;
import dev.witloof.wasi.http.HttpFailureException;
import dev.witloof.wasi.http.Types.ErrorCode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request: one that is cut fails, and closing it does not wait for the rest, which is the server's. */
final class RequestStream extends FilterInputStream {

    private final boolean serversOwn;

    RequestStream(InputStream stream) {
        super(stream);
        serversOwn = stream.getClass().getModule() == HttpExchange.class.getModule();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read;
        boolean whole = true;
        try {
            read = super.read(bytes, offset, length);
            if (read < 0 && serversOwn) {
                whole = isOver(bytes);
            }
        } catch (IOException e) {
            throw new HttpFailureException(new ErrorCode.ConnectionTerminated(), e);
        }
        if (!whole) {
            throw new HttpFailureException(new ErrorCode.ConnectionTerminated());
        }
        return read;
    }

    /**
     * A body in chunks also seems to end where the connection ends in the middle of a chunk. Only after the last chunk the
     * server's stream says so to whoever asks it for no bytes at all.
     */
    private boolean isOver(byte[] bytes) throws IOException {
        return in.read(bytes, 0, 0) < 0;
    }

    /** The server throws away what was not read, once the response is complete. */
    @Override
    public void close() {}
}
