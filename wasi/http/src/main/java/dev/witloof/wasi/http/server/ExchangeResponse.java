package dev.witloof.wasi.http.server;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.witloof.wasi.http.BodySink;
import dev.witloof.wasi.http.HttpFailureException;
import dev.witloof.wasi.http.HttpField;
import dev.witloof.wasi.http.HttpFields;
import dev.witloof.wasi.http.HttpResponder;
import dev.witloof.wasi.http.ResponseHead;
import dev.witloof.wasi.http.Types.ErrorCode;
import java.io.IOException;
import java.util.List;

/** The response to one request, on its way to the server. */
final class ExchangeResponse implements HttpResponder, BodySink {

    /** What the server takes for a body in chunks, and for none. */
    private static final long CHUNKS = 0;

    private static final long NOTHING = -1;

    private final HttpExchange exchange;
    private int status;
    private boolean sent;
    private boolean whole;

    ExchangeResponse(HttpExchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public BodySink respond(ResponseHead response) throws IOException {
        status = response.status();
        add(response.fields().all());
        long length = response.bodyLength().orElse(-1);
        // The server ends the exchange with a head that no body follows, while the guest may still read the request.
        if (length != 0) {
            send(length < 0 ? CHUNKS : length);
            // Some releases hold the head back until there is more.
            flush();
        }
        return this;
    }

    private void add(List<HttpField> fields) {
        Headers headers = exchange.getResponseHeaders();
        for (HttpField field : fields) {
            headers.add(field.name(), field.value());
        }
    }

    private void send(long length) throws IOException {
        sent = true;
        try {
            exchange.sendResponseHeaders(status, length);
        } catch (IOException e) {
            throw gone(e);
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        try {
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw gone(e);
        }
    }

    @Override
    public void flush() throws IOException {
        if (!sent) {
            return;
        }
        try {
            exchange.getResponseBody().flush();
        } catch (IOException e) {
            throw gone(e);
        }
    }

    @Override
    public void finish(HttpFields trailers) throws IOException {
        if (!sent) {
            send(NOTHING);
        } else {
            try {
                exchange.getResponseBody().close();
            } catch (IOException e) {
                throw gone(e);
            }
        }
        whole = true;
    }

    private static IOException gone(IOException failure) {
        return new HttpFailureException(new ErrorCode.ConnectionTerminated(), failure);
    }

    @Override
    public void close() {}

    /** What keeps the server from taking a response that was broken off for a complete one. */
    void requireWhole() throws IOException {
        if (!whole) {
            throw new IOException("response: broken off");
        }
    }
}
