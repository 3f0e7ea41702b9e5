package dev.witloof.wasi.http.client;

import dev.witloof.wasi.http.BodySource;
import dev.witloof.wasi.http.HttpFields;
import dev.witloof.wasi.io.Event;
import dev.witloof.wasi.io.Wait;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response, from the connection to the guest's thread. The connection is read as long as the window has bytes left;
 * what the guest reads is given back to it. All of it is guarded by the exchange.
 */
final class ResponseBody implements BodySource {

    /** What may lie here unread, but for a buffer of the connection's. */
    static final int WINDOW = 1 << 16;

    /** To give back fewer is not worth waking the I/O thread. */
    private static final int WORTH_IT = WINDOW / 4;

    private static final byte[] NOTHING = {};

    private final Exchange exchange;
    private final Deque<byte[]> parts = new ArrayDeque<>();
    private final Event readable = new Readable();

    private int position;
    private int read;
    private boolean ended;
    private HttpFields trailers = HttpFields.none();
    private @Nullable CapacityChannel window;
    private boolean waiting;
    private long waitingSince;

    ResponseBody(Exchange exchange) {
        this.exchange = exchange;
    }

    private final class Readable extends Event {

        @Override
        public boolean ready() {
            exchange.checkTime();
            synchronized (exchange) {
                return !isWanting();
            }
        }

        @Override
        protected void arm(Wait wait) {
            exchange.arm(wait);
        }
    }

    /** Whether the guest would have to wait, from when on it does. */
    private boolean isWanting() {
        boolean wanting = parts.isEmpty() && !ended && !exchange.isOver();
        if (wanting && !waiting) {
            waitingSince = System.nanoTime();
        }
        waiting = wanting;
        return wanting;
    }

    /** Since when the guest waits for bytes; nothing if it does not. */
    @Nullable
    Long waitingSince() {
        return waiting && parts.isEmpty() && !ended ? waitingSince : null;
    }

    @Override
    public byte @Nullable [] read(int most) throws IOException {
        exchange.checkTime();
        byte[] bytes;
        CapacityChannel open = null;
        int back = 0;
        synchronized (exchange) {
            if (parts.isEmpty()) {
                if (ended) {
                    return null;
                }
                exchange.throwFailure();
                isWanting();
                return NOTHING;
            }
            bytes = take(most);
            read += bytes.length;
            if (window != null && (read >= WORTH_IT || parts.isEmpty())) {
                open = window;
                back = read;
                read = 0;
            }
        }
        if (open != null) {
            open.update(back);
        }
        return bytes;
    }

    private byte[] take(int most) {
        byte[] first = parts.getFirst();
        if (position == 0 && first.length <= most) {
            return parts.removeFirst();
        }
        int end = position + Math.min(most, first.length - position);
        byte[] bytes = Arrays.copyOfRange(first, position, end);
        position = end;
        if (end == first.length) {
            parts.removeFirst();
            position = 0;
        }
        return bytes;
    }

    @Override
    public Event readable() {
        return readable;
    }

    @Override
    public HttpFields trailers() {
        return trailers;
    }

    /** What is left over is not waited for; the exchange is closed next. */
    @Override
    public void close() {
        synchronized (exchange) {
            parts.clear();
        }
    }

    /** Whether all of it has come. */
    boolean isEnded() {
        return ended;
    }

    /** By the I/O thread: bytes that came. */
    void add(ByteBuffer bytes) {
        byte[] part = new byte[bytes.remaining()];
        bytes.get(part);
        synchronized (exchange) {
            if (part.length > 0 && !exchange.isClosed()) {
                parts.add(part);
            }
        }
        exchange.wake();
    }

    /** By the I/O thread: the window is used up. */
    void usedUp(CapacityChannel channel) throws IOException {
        int back;
        synchronized (exchange) {
            window = channel;
            back = read;
            read = 0;
        }
        if (back > 0) {
            channel.update(back);
        }
    }

    /** By the I/O thread: that was all. */
    void end(HttpFields behind) {
        synchronized (exchange) {
            ended = true;
            trailers = behind;
        }
    }
}
