package dev.witloof.wasi.http;

import dev.witloof.wasi.io.Event;
import dev.witloof.wasi.io.Signal;
import dev.witloof.wasi.io.Wait;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A request under way, of which a test says what the other side does, from any thread. */
final class FakeExchange implements HttpExchange {

    final RequestHead request;
    final RequestTimeouts timeouts;
    final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final Signal changed = new Signal();
    private final Deque<byte[]> received = new ArrayDeque<>();
    private @Nullable ResponseHead head;
    private @Nullable IOException failure;
    private @Nullable IOException sinkFailure;
    private @Nullable HttpFields trailers;
    private int room = 1 << 16;
    String requestEnd = "";
    HttpFields requestTrailers = HttpFields.none();
    boolean closed;
    boolean bodyClosed;

    FakeExchange(RequestHead request, RequestTimeouts timeouts) {
        this.request = request;
        this.timeouts = timeouts;
    }

    private void change(Runnable what) {
        synchronized (this) {
            what.run();
        }
        changed.send();
    }

    void respond(int status, String... fields) {
        change(() -> head = ResponseHead.of(status, HttpFields.of(fields)));
    }

    void send(String text) {
        change(() -> received.add(text.getBytes(StandardCharsets.UTF_8)));
    }

    void end(String... fields) {
        change(() -> trailers = HttpFields.of(fields));
    }

    void fail(IOException why) {
        change(() -> failure = why);
    }

    void failSending(IOException why) {
        change(() -> sinkFailure = why);
    }

    void room(int bytes) {
        change(() -> room = bytes);
    }

    private interface Condition {
        boolean holds();
    }

    private Event event(Condition condition) {
        return new Event() {
            @Override
            public boolean ready() {
                synchronized (FakeExchange.this) {
                    return condition.holds();
                }
            }

            @Override
            protected void arm(Wait wait) {
                wait.on(changed);
            }
        };
    }

    @Override
    public BodySink requestBody() {
        return new BodySink() {
            @Override
            public int room() throws IOException {
                synchronized (FakeExchange.this) {
                    if (sinkFailure != null) {
                        throw sinkFailure;
                    }
                    return room;
                }
            }

            @Override
            public void write(byte[] bytes) throws IOException {
                if (bytes.length > room()) {
                    throw new AssertionError("wrote " + bytes.length + " where there is room for " + room);
                }
                synchronized (FakeExchange.this) {
                    sent.writeBytes(bytes);
                }
            }

            @Override
            public Event writable() {
                return event(() -> room > 0 || sinkFailure != null);
            }

            @Override
            public void finish(HttpFields behind) throws IOException {
                end("finished");
                requestTrailers = behind;
                if (sinkFailure != null) {
                    throw sinkFailure;
                }
            }

            @Override
            public void close() {
                end("cut");
            }

            private void end(String how) {
                if (!requestEnd.isEmpty()) {
                    throw new AssertionError(how + " after " + requestEnd);
                }
                requestEnd = how;
            }
        };
    }

    @Override
    public Event responded() {
        return event(() -> head != null || failure != null);
    }

    @Override
    public synchronized ResponseHead response() throws IOException {
        if (head == null) {
            throw failure;
        }
        return head;
    }

    @Override
    public BodySource responseBody() {
        return new BodySource() {
            @Override
            public byte @Nullable [] read(int most) throws IOException {
                synchronized (FakeExchange.this) {
                    if (!received.isEmpty()) {
                        return received.poll();
                    }
                    if (failure != null) {
                        throw failure;
                    }
                    return trailers == null ? new byte[0] : null;
                }
            }

            @Override
            public Event readable() {
                return event(() -> !received.isEmpty() || failure != null || trailers != null);
            }

            @Override
            public HttpFields trailers() {
                return trailers;
            }

            @Override
            public void close() {
                if (bodyClosed) {
                    throw new AssertionError("closed twice");
                }
                bodyClosed = true;
            }
        };
    }

    @Override
    public void close() {
        if (closed) {
            throw new AssertionError("closed twice");
        }
        closed = true;
    }

    String text() {
        return sent.toString(StandardCharsets.UTF_8);
    }
}
