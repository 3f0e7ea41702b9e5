package dev.witloof.wasi.io;

import dev.witloof.error.TrapException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;

/**
 * An output stream that a guest writes, over a {@link Sink}: what every interface that hands out {@code output-stream} gives.
 * One thread at a time uses it, that of the guest's call.
 *
 * <p>What {@code check-write} allowed is a budget: each write takes from it, and a flush ends it. A write of more than is
 * left of it is a trap, as is one of more than 4096 bytes where the interface says so. After a failure every operation says
 * {@code closed}.
 */
public final class SinkStream implements Streams.OutputStream {

    /** What the blocking forms of writing take at once. */
    private static final int MOST_BLOCKING = 4096;

    private final Sink sink;
    private long permitted;
    private boolean closed;

    private SinkStream(Sink sink) {
        this.sink = sink;
    }

    /** A stream into a sink; dropping it closes the sink. */
    public static SinkStream of(Sink sink) {
        return new SinkStream(sink);
    }

    /** A stream into a stream of Java's, as {@link Sink#of(java.io.OutputStream)} has it. */
    public static SinkStream of(java.io.OutputStream stream) {
        return of(Sink.of(stream));
    }

    /** A stream into a channel, as {@link Sink#of(WritableByteChannel)} has it. */
    public static SinkStream of(WritableByteChannel channel) {
        return of(Sink.of(channel));
    }

    @Override
    public long checkWrite() throws Streams.StreamErrorException {
        requireOpen();
        permitted = 0;
        permitted = room();
        return permitted;
    }

    private int room() throws Streams.StreamErrorException {
        try {
            return sink.room();
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    @Override
    public void write(byte[] contents) throws Streams.StreamErrorException {
        take("write", contents.length);
        put(contents);
    }

    @Override
    public void writeZeroes(long len) throws Streams.StreamErrorException {
        take("write-zeroes", len);
        put(new byte[(int) len]);
    }

    private void take(String function, long len) throws Streams.StreamErrorException {
        requireOpen();
        if (Long.compareUnsigned(len, permitted) > 0) {
            throw new TrapException(function + ": expected at most " + permitted
                    + " bytes, as check-write allowed, found " + Long.toUnsignedString(len));
        }
        permitted -= len;
    }

    private void put(byte[] contents) throws Streams.StreamErrorException {
        if (contents.length > 0) {
            try {
                sink.write(contents);
            } catch (IOException failure) {
                throw failed(failure);
            }
        }
    }

    @Override
    public void blockingWriteAndFlush(byte[] contents) throws Streams.StreamErrorException {
        requireFew("blocking-write-and-flush", contents.length);
        putAll(contents);
        finish();
    }

    @Override
    public void blockingWriteZeroesAndFlush(long len) throws Streams.StreamErrorException {
        requireFew("blocking-write-zeroes-and-flush", len);
        putAll(new byte[(int) len]);
        finish();
    }

    private static void requireFew(String function, long len) {
        if (Long.compareUnsigned(len, MOST_BLOCKING) > 0) {
            throw new TrapException(
                    function + ": expected at most " + MOST_BLOCKING + " bytes, found " + Long.toUnsignedString(len));
        }
    }

    private void putAll(byte[] contents) throws Streams.StreamErrorException {
        int done = 0;
        while (done < contents.length) {
            int some = Math.min(awaitRoom(), contents.length - done);
            put(some == contents.length ? contents : Arrays.copyOfRange(contents, done, done + some));
            done += some;
        }
    }

    private int awaitRoom() throws Streams.StreamErrorException {
        requireOpen();
        permitted = 0;
        int room = room();
        while (room == 0) {
            sink.writable().block();
            room = room();
        }
        return room;
    }

    /** Flushes and waits; if that closes the sink, what was written has arrived all the same. */
    private void finish() throws Streams.StreamErrorException {
        flush();
        try {
            while (sink.room() == 0) {
                sink.writable().block();
            }
        } catch (ClosedChannelException last) {
            closed = true;
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    @Override
    public void flush() throws Streams.StreamErrorException {
        requireOpen();
        permitted = 0;
        try {
            sink.flush();
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    @Override
    public void blockingFlush() throws Streams.StreamErrorException {
        flush();
        awaitRoom();
    }

    @Override
    public Poll.Pollable subscribe() {
        return closed ? Event.always() : sink.writable();
    }

    @Override
    public long splice(Streams.InputStream src, long len) throws Streams.StreamErrorException {
        return move(checkWrite(), src, len);
    }

    private long move(long room, Streams.InputStream src, long len) throws Streams.StreamErrorException {
        byte[] bytes = src.read(Long.compareUnsigned(len, room) > 0 ? room : len);
        permitted = room;
        write(bytes);
        return bytes.length;
    }

    @Override
    public long blockingSplice(Streams.InputStream src, long len) throws Streams.StreamErrorException {
        int room = awaitRoom();
        try (Poll.Pollable readable = src.subscribe()) {
            readable.block();
        }
        return move(room, src, len);
    }

    @Override
    public void close() {
        closed = true;
        try {
            sink.close();
        } catch (IOException unheard) {
            // What the guest flushed has arrived, and of the rest it cannot be told any more.
        }
    }

    private Streams.StreamErrorException failed(IOException failure) {
        closed = true;
        permitted = 0;
        return Failures.of(failure);
    }

    private void requireOpen() throws Streams.StreamErrorException {
        if (closed) {
            throw Failures.closed();
        }
    }
}
