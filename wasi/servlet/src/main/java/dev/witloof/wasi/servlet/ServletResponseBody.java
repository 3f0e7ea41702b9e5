package dev.witloof.wasi.servlet;

import dev.witloof.wasi.http.BodySink;
import dev.witloof.wasi.http.HttpFailureException;
import dev.witloof.wasi.http.HttpField;
import dev.witloof.wasi.http.HttpFields;
import dev.witloof.wasi.http.HttpResponder;
import dev.witloof.wasi.http.ResponseHead;
import dev.witloof.wasi.http.Types.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The response to one request, on its way to the container. */
final class ServletResponseBody implements HttpResponder, BodySink {

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Map<String, String> behind = new LinkedHashMap<>(0);
    private boolean whole;

    ServletResponseBody(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    @Override
    public BodySink respond(ResponseHead head) throws IOException {
        response.setStatus(head.status());
        for (HttpField field : head.fields().all()) {
            response.addHeader(field.name(), field.value());
        }
        long length = head.bodyLength().orElse(-1);
        if (length > 0) {
            response.setContentLengthLong(length);
        } else if (length < 0 && !request.getProtocol().equals("HTTP/1.0")) {
            // Only now, and what is in them is asked for in the end.
            response.setTrailerFields(() -> behind);
        }
        if (length != 0) {
            flush();
        }
        return this;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        try {
            response.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw gone(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            response.flushBuffer();
        } catch (IOException e) {
            throw gone(e);
        }
    }

    @Override
    public void finish(HttpFields trailers) throws IOException {
        for (HttpField field : trailers.all()) {
            behind.merge(field.name(), field.value(), (one, other) -> one + ", " + other);
        }
        try {
            response.getOutputStream().close();
        } catch (IOException e) {
            throw gone(e);
        }
        whole = true;
    }

    private static IOException gone(IOException failure) {
        return new HttpFailureException(new ErrorCode.ConnectionTerminated(), failure);
    }

    @Override
    public void close() {}

    /** What keeps the container from taking a response that was broken off for a complete one. */
    void requireWhole() throws IOException {
        if (!whole) {
            throw new IOException("response: broken off");
        }
    }
}
