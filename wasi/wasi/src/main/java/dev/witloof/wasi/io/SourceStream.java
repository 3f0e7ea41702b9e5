package dev.witloof.wasi.io;

import dev.witloof.host.ArrayLender;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

/**
 * An input stream that a guest reads, over a {@link Source}: what every interface that hands out {@code input-stream} gives.
 * One thread at a time uses it, that of the guest's call.
 *
 * <p>A read gives at most 1 MiB, whatever the guest asks for. After the end, or a failure, every operation says
 * {@code closed}.
 */
public final class SourceStream implements Streams.InputStream, ArrayLender {

    private static final int MOST = 1 << 20;
    private static final byte[] NOTHING = {};

    private final Source source;
    private boolean closed;

    private SourceStream(Source source) {
        this.source = source;
    }

    /** A stream of what a source gives; dropping it closes the source. */
    public static SourceStream of(Source source) {
        return new SourceStream(source);
    }

    /** A stream of these bytes, which must not change. */
    public static SourceStream of(byte[] bytes) {
        return of(Source.of(bytes));
    }

    /** A stream of a stream of Java's, as {@link Source#of(java.io.InputStream)} has it. */
    public static SourceStream of(java.io.InputStream stream) {
        return of(Source.of(stream));
    }

    /** A stream of a channel, as {@link Source#of(ReadableByteChannel)} has it. */
    public static SourceStream of(ReadableByteChannel channel) {
        return of(Source.of(channel));
    }

    @Override
    public byte[] read(long len) throws Streams.StreamErrorException {
        requireOpen();
        if (len == 0) {
            return NOTHING;
        }
        byte[] bytes;
        try {
            bytes = source.read(capped(len));
        } catch (IOException failure) {
            closed = true;
            throw Failures.of(failure);
        }
        if (bytes == null) {
            closed = true;
            throw Failures.closed();
        }
        return bytes;
    }

    @Override
    public byte[] blockingRead(long len) throws Streams.StreamErrorException {
        byte[] bytes = read(len);
        while (bytes.length == 0 && len != 0) {
            source.readable().block();
            bytes = read(len);
        }
        return bytes;
    }

    /** The guest has a copy of what was read. */
    @Override
    public void giveBack(byte[] array) {
        if (array.length > 0) {
            source.reuse(array);
        }
    }

    @Override
    public long skip(long len) throws Streams.StreamErrorException {
        return read(len).length;
    }

    @Override
    public long blockingSkip(long len) throws Streams.StreamErrorException {
        return blockingRead(len).length;
    }

    @Override
    public Poll.Pollable subscribe() {
        return closed ? Event.always() : source.readable();
    }

    @Override
    public void close() {
        closed = true;
        try {
            source.close();
        } catch (IOException unheard) {
            // The guest has all that it wanted of it, and cannot be told any more.
        }
    }

    private void requireOpen() throws Streams.StreamErrorException {
        if (closed) {
            throw Failures.closed();
        }
    }

    /** Lengths are unsigned. */
    private static int capped(long len) {
        return Long.compareUnsigned(len, MOST) > 0 ? MOST : (int) len;
    }
}
