package dev.witloof.wasi.io;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Where the bytes of an input stream come from. What serves a guest with bytes makes one, and {@link SourceStream} the
 * guest's stream of it.
 *
 * <p>One thread at a time uses it. A {@link java.nio.channels.ClosedChannelException} ends the stream like its end does, any
 * other {@link IOException} becomes the guest's error, and after that nothing more is asked for.
 */
public interface Source extends AutoCloseable {

    /**
     * Bytes that are there, without waiting for more as far as that can be told.
     *
     * @param most how many there may be, at least 1
     * @return between none, if none are there yet, and so many; {@code null} at the end. The array is the caller's
     * @throws IOException if there will be no more because of a failure
     */
    byte @Nullable [] read(int most) throws IOException;

    /** An event that is ready when {@link #read} gives bytes, the end or a failure. By default it is always ready. */
    default Event readable() {
        return Event.always();
    }

    /** The guest dropped its stream. By default there is nothing to close. */
    @Override
    default void close() throws IOException {}

    /** Reads these bytes, which must not change. */
    static Source of(byte[] bytes) {
        return new ByteSource(bytes);
    }

    /**
     * Reads a stream in the guest's thread. Such a stream does not tell whether a read would wait, so it always counts as
     * ready, and where nothing is {@linkplain java.io.InputStream#available available} a read waits for at least one byte.
     * Any number of threads may use the source; dropping it closes the stream.
     */
    static Source of(java.io.InputStream stream) {
        return new StreamSource(stream);
    }

    /**
     * Reads a channel in the guest's thread, like {@link #of(java.io.InputStream)}.
     *
     * @throws IllegalArgumentException if the channel does not wait for bytes, for then reading would spin
     */
    static Source of(ReadableByteChannel channel) {
        return new StreamSource(Blocking.channel(channel));
    }

    /** The same, left open when a guest drops its stream, so that it can be given out again. */
    default Source shared() {
        return new SharedSource(this);
    }
}
