package dev.witloof.wasi.http;

import dev.witloof.wasi.http.Types.ErrorCode;
import dev.witloof.wasi.io.Event;
import dev.witloof.wasi.io.Signal;
import dev.witloof.wasi.io.Wait;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that a function answers when its body is complete. */
final class AnsweredExchange implements HttpExchange, BodySink {

    private static final int MOST = 1 << 20;

    private final RequestHead request;
    private final HttpTransport.Answering function;
    private final Signal changed = new Signal();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);
    private boolean ended;
    private @Nullable HttpAnswer answer;
    private @Nullable IOException failure;

    AnsweredExchange(RequestHead request, HttpTransport.Answering function) {
        this.request = request;
        this.function = function;
    }

    @Override
    public BodySink requestBody() {
        return this;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        if (bytes.length > MOST - body.size()) {
            throw new HttpFailureException(
                    new ErrorCode.HttpRequestBodySize(Optional.of((long) body.size() + bytes.length)));
        }
        body.writeBytes(bytes);
    }

    @Override
    public void finish(HttpFields trailers) {
        try {
            answer = function.answer(request, body.toByteArray());
        } catch (IOException e) {
            failure = e;
        }
        end();
    }

    private void end() {
        ended = true;
        changed.send();
    }

    @Override
    public Event responded() {
        return new Event() {
            @Override
            public boolean ready() {
                return ended;
            }

            @Override
            protected void arm(Wait wait) {
                wait.on(changed);
            }
        };
    }

    @Override
    public ResponseHead response() throws IOException {
        if (failure != null) {
            throw failure;
        }
        return Objects.requireNonNull(answer).head();
    }

    @Override
    public BodySource responseBody() {
        return Objects.requireNonNull(answer).body();
    }

    /** The body was broken off, or the guest wants no response. */
    @Override
    public void close() {
        if (!ended) {
            failure = new HttpFailureException(new ErrorCode.ConnectionTerminated());
            end();
        }
    }
}
