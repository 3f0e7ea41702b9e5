package dev.witloof.wasi.http;

import dev.witloof.host.HostParent;
import dev.witloof.host.ResultException;
import dev.witloof.wasi.io.Event;
import dev.witloof.wasi.io.Source;
import dev.witloof.wasi.io.SourceStream;
import dev.witloof.wasi.io.Streams;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;

/** {@code incoming-body} over a {@link BodySource}. */
final class ReceivedBody implements Types.IncomingBody, HostParent {

    /** What is asked for at once to be thrown away. */
    private static final int PIECE = 1 << 16;

    /** How much is thrown away before somebody else has a turn. */
    private static final int TURN = 1 << 20;

    private final Children children = new Children("incoming-body");
    private final BodySource source;
    private final HeldBytes bytes;
    private final Runnable onClose;
    private boolean streamed;
    private boolean atEnd;
    private boolean open = true;
    private @Nullable IOException failure;

    /**
     * A body.
     *
     * @param bytes what counts the fields of the instance
     * @param onClose what is done once nobody reads it any more
     */
    ReceivedBody(BodySource source, HeldBytes bytes, Runnable onClose) {
        this.source = source;
        this.bytes = bytes;
        this.onClose = onClose;
    }

    @Override
    public Streams.InputStream stream() throws ResultException {
        if (streamed) {
            throw new ResultException(null);
        }
        streamed = true;
        children.added();
        return SourceStream.of(new Reading());
    }

    /** What {@code finish} does with it. */
    Types.FutureTrailers finish() {
        children.requireNone(this);
        return new ReceivedTrailers(this, bytes);
    }

    private byte @Nullable [] read(int most) throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (!open) {
            throw new ClosedChannelException();
        }
        try {
            byte[] read = source.read(most);
            atEnd = read == null;
            return read;
        } catch (IOException e) {
            failure = HttpFailureException.told(e);
            throw failure;
        }
    }

    /**
     * Throws away what is there of the rest, as far as that can be had without waiting.
     *
     * @return whether nothing more comes
     */
    boolean skip() {
        for (int turn = 0; turn < TURN && !isOver() && source.readable().ready(); ) {
            try {
                byte[] read = read(PIECE);
                turn += read == null ? 0 : read.length;
            } catch (IOException kept) {
                // It is the outcome.
            }
        }
        return isOver();
    }

    private boolean isOver() {
        return atEnd || failure != null || !open;
    }

    Event readable() {
        return source.readable();
    }

    /**
     * What came behind it, once nothing more comes.
     *
     * @throws IOException if it did not come whole
     */
    HttpFields trailers() throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (!atEnd) {
            throw new ClosedChannelException();
        }
        return source.trailers();
    }

    @Override
    public void close() {
        children.requireNone(this);
        abandon();
    }

    @Override
    public void abandon() {
        if (open) {
            open = false;
            try {
                source.close();
            } catch (IOException unheard) {
                // Nobody wants the rest.
            }
            onClose.run();
        }
    }

    /** What the guest's stream reads. */
    private final class Reading implements Source {

        @Override
        public byte @Nullable [] read(int most) throws IOException {
            return ReceivedBody.this.read(most);
        }

        @Override
        public Event readable() {
            return open ? source.readable() : Event.always();
        }

        @Override
        public void close() {
            children.dropped();
        }
    }
}
