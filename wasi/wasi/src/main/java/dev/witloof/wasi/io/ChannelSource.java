package dev.witloof.wasi.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A channel that does not wait.
 *
 * @param <C> its class
 */
final class ChannelSource<C extends SelectableChannel & ReadableByteChannel> implements Source {

    /** What is asked for at once, so that a guest that asks for more than there is does not cost as much. */
    private static final int MOST = 1 << 16;

    private final C channel;
    private final Event readable;

    ChannelSource(C channel, Selectors selectors) {
        this.channel = channel;
        this.readable = selectors.event(channel, SelectionKey.OP_READ);
    }

    @Override
    public byte @Nullable [] read(int most) throws IOException {
        byte[] bytes = new byte[Math.min(most, MOST)];
        int read = channel.read(ByteBuffer.wrap(bytes));
        if (read < 0) {
            return null;
        }
        return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
    }

    @Override
    public Event readable() {
        return readable;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
