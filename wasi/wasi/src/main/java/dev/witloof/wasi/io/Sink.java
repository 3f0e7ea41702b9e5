package dev.witloof.wasi.io;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.WritableByteChannel;

/**
 * Where the bytes of an output stream go. What takes bytes of a guest makes one, and {@link SinkStream} the guest's stream of
 * it.
 *
 * <p>One thread at a time uses it. A {@link java.nio.channels.ClosedChannelException} says that no more bytes are taken, any
 * other {@link IOException} becomes the guest's error, and after either nothing more is written.
 */
public interface Sink extends AutoCloseable {

    /** What a sink takes at once that has no limit of its own. */
    int USUAL_ROOM = 1 << 16;

    /**
     * How many bytes the next {@link #write} may have, without waiting. None while a {@link #flush} is not done, and where
     * what was written is still on its way.
     *
     * @return 0 if it takes none now; {@link #writable} then tells when to ask again
     * @throws IOException if an earlier write or flush failed, or it takes no more
     */
    default int room() throws IOException {
        return USUAL_ROOM;
    }

    /**
     * Takes all of these bytes, without waiting as far as that can be told.
     *
     * @param bytes no more than there is {@link #room}; the array is the sink's from now on
     */
    void write(byte[] bytes) throws IOException;

    /** Begins to hand on what was buffered; when that is done there is room again. By default nothing is buffered. */
    default void flush() throws IOException {}

    /** An event that is ready when there is {@link #room}, or asking for it fails. By default it is always ready. */
    default Event writable() {
        return Event.always();
    }

    /** The guest dropped its stream; nobody is told what fails now. By default there is nothing to close. */
    @Override
    default void close() throws IOException {}

    /**
     * Writes to a stream in the guest's thread, which therefore waits where the stream waits. Any number of threads may use
     * the sink; dropping it closes the stream.
     */
    static Sink of(java.io.OutputStream stream) {
        return new StreamSink(stream);
    }

    /**
     * Writes to a channel in the guest's thread, like {@link #of(java.io.OutputStream)}.
     *
     * @throws IllegalArgumentException if the channel does not wait until it takes bytes
     */
    static Sink of(WritableByteChannel channel) {
        return new StreamSink(Blocking.channel(channel));
    }

    /**
     * Writes to a channel that does not wait: at most 64 KiB wait for it. The guest can wait for it and for other things at
     * once. Dropping it closes the channel, and what was not flushed may be lost.
     *
     * @param selectors by which guests wait for it
     * @throws IllegalArgumentException if the channel is configured to block
     */
    static <C extends SelectableChannel & WritableByteChannel> Sink of(C channel, Selectors selectors) {
        return new ChannelSink<>(Blocking.requireNot(channel), selectors);
    }

    /**
     * The same for no more bytes than this, perhaps of several sinks together: what still fits arrives, then it fails.
     *
     * @param bytes what is taken from with each write
     */
    default Sink limited(Allotment bytes) {
        return new LimitedSink(this, bytes);
    }

    /** The same, left open when a guest drops its stream, so that it can be given out again. */
    default Sink shared() {
        return new SharedSink(this);
    }
}
