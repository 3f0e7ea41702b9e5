package dev.witloof.wasi.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** A stream of Java's that the embedder's threads read, one piece ahead of the guest and only when the guest asks. */
final class AheadSource implements Source {

    private static final int PIECE = 1 << 16;
    private static final byte[] NOTHING = {};

    private final InputStream stream;
    private final Executor executor;
    private final Signal changed = new Signal();
    private final Event readable = new Readable();

    private boolean reading;
    private byte @Nullable [] piece;
    private int position;
    private boolean ended;
    private @Nullable IOException failure;

    AheadSource(InputStream stream, Executor executor) {
        this.stream = stream;
        this.executor = executor;
    }

    private final class Readable extends Event {

        @Override
        public boolean ready() {
            return isReady();
        }

        @Override
        protected void arm(Wait wait) {
            wait.on(changed);
        }
    }

    private synchronized boolean isReady() {
        begin();
        return piece != null || ended || failure != null;
    }

    /** Has the next piece read, unless it is there or on its way, or there is none. */
    private void begin() {
        if (reading || piece != null || ended || failure != null) {
            return;
        }
        reading = true;
        try {
            executor.execute(this::readPiece);
        } catch (RejectedExecutionException refused) {
            reading = false;
            failure = new IOException("nobody reads it any more", refused);
        }
    }

    private void readPiece() {
        byte[] bytes = new byte[PIECE];
        try {
            int read = stream.read(bytes);
            arrived(read < 0 ? null : Arrays.copyOf(bytes, read), null);
        } catch (IOException | RuntimeException e) {
            // Wrapped, because an interrupt of that thread is not one of the guest's.
            String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            arrived(null, new IOException(said, e));
        }
    }

    private void arrived(byte @Nullable [] bytes, @Nullable IOException why) {
        synchronized (this) {
            reading = false;
            piece = bytes;
            position = 0;
            failure = why;
            ended = bytes == null && why == null;
        }
        changed.send();
    }

    @Override
    public synchronized byte @Nullable [] read(int most) throws IOException {
        begin();
        if (piece != null) {
            int end = position + Math.min(most, piece.length - position);
            byte[] part = Arrays.copyOfRange(piece, position, end);
            position = end;
            if (end == piece.length) {
                piece = null;
            }
            return part;
        }
        if (failure != null) {
            throw failure;
        }
        return ended ? null : NOTHING;
    }

    @Override
    public Event readable() {
        return readable;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
