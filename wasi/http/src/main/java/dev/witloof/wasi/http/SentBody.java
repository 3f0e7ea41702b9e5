package dev.witloof.wasi.http;

import dev.witloof.host.HostParent;
import dev.witloof.host.ResultException;
import dev.witloof.wasi.http.Types.ErrorCode;
import dev.witloof.wasi.http.Types.ErrorCodeException;
import dev.witloof.wasi.io.Event;
import dev.witloof.wasi.io.Sink;
import dev.witloof.wasi.io.SinkStream;
import dev.witloof.wasi.io.Streams;
import dev.witloof.wasi.io.Wait;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code outgoing-body}: what a guest writes, counted, on its way to a {@link BodySink}. Until its message is handed over there is
 * none, and it is {@linkplain KeptBytes kept}.
 */
final class SentBody implements Types.OutgoingBody, HostParent {

    /** What becomes of a body. */
    private enum State {
        OPEN,
        FINISHED,
        BROKEN_OFF
    }

    private final Children children = new Children("outgoing-body");
    private final Function<Optional<Long>, ErrorCode> wrongSize;
    private final long declared;
    private boolean streamed;
    private boolean empty;
    private State state = State.OPEN;
    private long written;
    private final KeptBytes kept;
    private HttpFields trailers = HttpFields.none();
    private @Nullable BodySink sink;
    private @Nullable IOException failure;

    /**
     * A body.
     *
     * @param declared what {@code Content-Length} says; below 0 if nothing
     * @param wrongSize the code for a body that is longer or shorter, with its size
     * @param held counts what the instance holds
     */
    SentBody(long declared, Function<Optional<Long>, ErrorCode> wrongSize, HeldBytes held) {
        this.kept = new KeptBytes(held);
        this.declared = declared;
        this.wrongSize = wrongSize;
    }

    /** A body that no guest asked for, and that therefore is finished. */
    static SentBody none(long declared) {
        SentBody none = new SentBody(declared, ErrorCode.HttpResponseBodySize::new, new HeldBytes(0));
        none.state = State.FINISHED;
        return none;
    }

    @Override
    public Streams.OutputStream write() throws ResultException {
        if (streamed) {
            throw new ResultException(null);
        }
        streamed = true;
        children.added();
        return SinkStream.of(new Writing());
    }

    /** How long it is, as far as that is known when it is handed over. */
    OptionalLong length() {
        if (state == State.FINISHED) {
            return OptionalLong.of(written);
        }
        return declared < 0 ? OptionalLong.empty() : OptionalLong.of(declared);
    }

    /** Whether nothing was lost: it was finished, and arrived as far as that is known. */
    boolean isWhole() {
        return state == State.FINISHED && failure == null;
    }

    /** Why it is not whole, if its way failed. */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Its message has no body, whatever its fields say of the one that it stands for: what is written goes nowhere. */
    void leaveEmpty() {
        empty = true;
        kept.clear();
    }

    /** Hands over what was written, and the rest as it comes. Waits where the sink has not room enough for what was kept. */
    void handOver(BodySink to) {
        sink = to;
        try {
            kept.sendTo(to);
        } catch (IOException e) {
            failure = HttpFailureException.told(e);
        }
        if (failure != null || state == State.BROKEN_OFF) {
            state = State.BROKEN_OFF;
            cut(to);
        } else if (state == State.FINISHED) {
            complete(to);
        }
    }

    /** Its message is not sent; what is written from now on fails. */
    void refuse() {
        state = State.BROKEN_OFF;
        kept.clear();
    }

    /** What {@code finish} does with it. */
    void finish(HttpFields behind) throws ErrorCodeException {
        children.requireNone(this);
        if (failure == null && !empty && declared >= 0 && written != declared) {
            failure = new HttpFailureException(wrongSize.apply(Optional.of(written)));
        }
        if (failure == null && state == State.BROKEN_OFF) {
            failure = new ClosedChannelException();
        }
        if (failure != null) {
            breakOff();
            throw new ErrorCodeException(HttpFailureException.of(failure).code());
        }
        state = State.FINISHED;
        trailers = behind;
        if (sink != null) {
            complete(sink);
            if (failure != null) {
                throw new ErrorCodeException(HttpFailureException.of(failure).code());
            }
        }
    }

    private void complete(BodySink to) {
        try {
            to.finish(trailers);
        } catch (IOException e) {
            failure = HttpFailureException.told(e);
        }
    }

    @Override
    public void close() {
        children.requireNone(this);
        breakOff();
    }

    @Override
    public void abandon() {
        breakOff();
    }

    /** Nothing more comes. If it is not finished, the other side gets to know. */
    void breakOff() {
        if (state == State.OPEN) {
            state = State.BROKEN_OFF;
            kept.clear();
            if (sink != null) {
                cut(sink);
            }
        }
    }

    private static void cut(BodySink to) {
        try {
            to.close();
        } catch (IOException unheard) {
            // It is broken off, this way or that.
        }
    }

    private IOException failed(IOException e) {
        failure = HttpFailureException.told(e);
        breakOff();
        return failure;
    }

    /** Where the guest's stream writes. */
    private final class Writing implements Sink {

        private final Event writable = new Writable();

        @Override
        public int room() throws IOException {
            requireOpen();
            if (empty) {
                return USUAL_ROOM;
            }
            if (sink == null) {
                return kept.room();
            }
            try {
                return sink.room();
            } catch (IOException e) {
                throw failed(e);
            }
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            requireOpen();
            written += bytes.length;
            if (!empty && declared >= 0 && written > declared) {
                throw failed(new HttpFailureException(wrongSize.apply(Optional.of(written))));
            }
            if (empty) {
                return;
            }
            if (sink == null) {
                kept.add(bytes);
                return;
            }
            try {
                sink.write(bytes);
            } catch (IOException e) {
                throw failed(e);
            }
        }

        @Override
        public void flush() throws IOException {
            requireOpen();
            if (sink != null) {
                try {
                    sink.flush();
                } catch (IOException e) {
                    throw failed(e);
                }
            }
        }

        private void requireOpen() throws IOException {
            if (state != State.OPEN) {
                throw failure == null ? new ClosedChannelException() : failure;
            }
        }

        @Override
        public Event writable() {
            return writable;
        }

        @Override
        public void close() {
            children.dropped();
        }
    }

    /** There is room, or there will be none. */
    private final class Writable extends Event {

        @Override
        public boolean ready() {
            if (state != State.OPEN || empty) {
                return true;
            }
            return sink == null ? kept.room() > 0 : sink.writable().ready();
        }

        /** Before the message is handed over only the guest itself can make room, so nothing wakes it. */
        @Override
        protected void arm(Wait wait) {
            if (sink != null) {
                wait.on(sink.writable());
            }
        }
    }
}
