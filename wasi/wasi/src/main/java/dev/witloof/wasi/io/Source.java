package dev.witloof.wasi.io;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.Executor;
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

    /**
     * An array that {@link #read} returned last is not needed any more and may be filled again. By default it is left alone.
     *
     * @param bytes perhaps not all of what was returned, but nothing else
     */
    default void reuse(byte[] bytes) {}

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
     * Reads a stream in threads of the embedder's, ahead of the guest by at most 64 KiB and only when it asks. So the guest can
     * wait for the stream and for other things at once, and its wait can be ended. Any number of threads may use the source;
     * dropping it closes the stream.
     *
     * @param executor is given one task at a time, which waits as long as the stream does
     */
    static Source of(java.io.InputStream stream, Executor executor) {
        return new AheadSource(stream, executor);
    }

    /**
     * Reads a channel in the guest's thread, like {@link #of(java.io.InputStream)}.
     *
     * @throws IllegalArgumentException if the channel does not wait for bytes, for then reading would spin
     */
    static Source of(ReadableByteChannel channel) {
        return new StreamSource(Blocking.channel(channel));
    }

    /**
     * Reads a channel that does not wait. The guest can wait for it and for other things at once; dropping it closes the
     * channel.
     *
     * @param selectors by which guests wait for it
     * @throws IllegalArgumentException if the channel is configured to block
     */
    static <C extends SelectableChannel & ReadableByteChannel> Source of(C channel, Selectors selectors) {
        return new ChannelSource<>(Blocking.requireNot(channel), selectors);
    }

    /** The same, left open when a guest drops its stream, so that it can be given out again. */
    default Source shared() {
        return new SharedSource(this);
    }
}
