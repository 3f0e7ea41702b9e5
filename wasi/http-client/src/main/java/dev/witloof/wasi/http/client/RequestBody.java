package dev.witloof.wasi.http.client;

import dev.witloof.wasi.http.BodySink;
import dev.witloof.wasi.http.HttpFailureException;
import dev.witloof.wasi.http.HttpFields;
import dev.witloof.wasi.http.Types.ErrorCode;
import dev.witloof.wasi.io.Event;
import dev.witloof.wasi.io.Wait;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, from the guest's thread to the connection: a queue with a bound. All of it is guarded by the exchange.
 */
final class RequestBody implements BodySink {

    private final Exchange exchange;
    private final OptionalLong length;
    private final Deque<ByteBuffer> queue = new ArrayDeque<>();
    private final Event writable = new Writable();

    private long written;
    private int queued;
    private boolean flushing;
    private boolean finished;
    private boolean sent;
    private boolean abandoned;
    private HttpFields trailers = HttpFields.none();
    private @Nullable DataStreamChannel channel;

    RequestBody(Exchange exchange, OptionalLong length) {
        this.exchange = exchange;
        this.length = length;
        this.sent = length.equals(OptionalLong.of(0));
    }

    private final class Writable extends Event {

        @Override
        public boolean ready() {
            exchange.checkTime();
            synchronized (exchange) {
                return exchange.isOver() || sent || space() > 0;
            }
        }

        @Override
        protected void arm(Wait wait) {
            exchange.arm(wait);
        }
    }

    private int space() {
        return flushing ? 0 : Math.max(0, USUAL_ROOM - queued);
    }

    @Override
    public int room() throws IOException {
        exchange.checkTime();
        synchronized (exchange) {
            requireOpen();
            return space();
        }
    }

    private void requireOpen() throws IOException {
        exchange.throwFailure();
        if (abandoned) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        synchronized (exchange) {
            requireOpen();
            written += bytes.length;
            if (length.isEmpty() || written <= length.getAsLong()) {
                finished = length.isPresent() && written == length.getAsLong();
                queue.add(ByteBuffer.wrap(bytes));
                queued += bytes.length;
            }
        }
        if (length.isPresent() && written > length.getAsLong()) {
            throw unfit();
        }
        requestOutput();
    }

    /** A body that has another length than was said would be taken for the next request. */
    private HttpFailureException unfit() {
        HttpFailureException unfit = new HttpFailureException(new ErrorCode.HttpRequestBodySize(Optional.of(written)));
        exchange.fail(unfit);
        return unfit;
    }

    /** The queue is on its way anyhow; there is room again when the connection took it. */
    @Override
    public void flush() throws IOException {
        synchronized (exchange) {
            requireOpen();
            flushing = queued > 0;
        }
    }

    @Override
    public Event writable() {
        return writable;
    }

    @Override
    public void finish(HttpFields behind) throws IOException {
        synchronized (exchange) {
            exchange.throwFailure();
            finished = true;
            trailers = behind;
            if (sent) {
                return;
            }
        }
        if (length.isPresent() && written < length.getAsLong()) {
            throw unfit();
        }
        requestOutput();
    }

    @Override
    public void close() {
        if (!isSent()) {
            exchange.fail(new HttpFailureException(new ErrorCode.HttpProtocolError()));
        }
    }

    private void requestOutput() {
        DataStreamChannel open;
        synchronized (exchange) {
            open = channel;
        }
        if (open != null) {
            open.requestOutput();
        }
    }

    /** Whether the guest has nothing more to say: it said so, or all bytes that there are to be. */
    boolean isFinished() {
        return finished || sent;
    }

    /** Whether nothing more of it is sent. */
    boolean isSent() {
        synchronized (exchange) {
            return sent;
        }
    }

    /** Whether the connection has yet to take something. */
    boolean isWaiting() {
        return queued > 0;
    }

    /** By the I/O thread: how much there is to send, at least 1 if its end is. */
    int available() {
        synchronized (exchange) {
            return sent ? 0 : finished ? Math.max(1, queued) : queued;
        }
    }

    /** By the I/O thread: sends what the connection takes. */
    void send(DataStreamChannel to) throws IOException {
        synchronized (exchange) {
            channel = to;
            if (sent) {
                return;
            }
            for (ByteBuffer first = queue.peek(); first != null; first = queue.peek()) {
                int taken = to.write(first);
                queued -= taken;
                if (taken > 0) {
                    exchange.progress();
                }
                if (first.hasRemaining()) {
                    break;
                }
                queue.remove();
            }
            if (queued == 0) {
                flushing = false;
                sent = finished;
                if (finished) {
                    to.endStream(Requests.headers(trailers));
                    exchange.progress();
                }
            }
        }
        exchange.wake();
    }

    /** By the I/O thread: the server answered and wants no more of it. */
    void abandon() {
        synchronized (exchange) {
            sent = true;
            abandoned = true;
            queue.clear();
            queued = 0;
        }
    }
}
