package dev.witloof.wasi.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A channel that does not wait, with what it did not take yet.
 *
 * @param <C> its class
 */
final class ChannelSink<C extends SelectableChannel & WritableByteChannel> implements Sink {

    private final C channel;
    private final Selectors selectors;
    private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
    private final Event writable = new Writable();
    private int waitingBytes;
    private boolean flushing;
    private @Nullable IOException failure;

    ChannelSink(C channel, Selectors selectors) {
        this.channel = channel;
        this.selectors = selectors;
    }

    private final class Writable extends Event {

        @Override
        public boolean ready() {
            try {
                return room() > 0;
            } catch (IOException told) {
                return true;
            }
        }

        @Override
        protected void arm(Wait wait) {
            wait.on(selectors, channel, SelectionKey.OP_WRITE);
        }
    }

    @Override
    public synchronized int room() throws IOException {
        if (failure == null) {
            try {
                push();
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        flushing = flushing && waitingBytes > 0;
        return flushing ? 0 : USUAL_ROOM - waitingBytes;
    }

    /** Gives the channel as much as it takes. */
    private void push() throws IOException {
        ByteBuffer first = waiting.peek();
        while (first != null) {
            waitingBytes -= channel.write(first);
            if (first.hasRemaining()) {
                return;
            }
            waiting.remove();
            first = waiting.peek();
        }
    }

    @Override
    public synchronized void write(byte[] bytes) throws IOException {
        waiting.add(ByteBuffer.wrap(bytes));
        waitingBytes += bytes.length;
        room();
    }

    @Override
    public synchronized void flush() throws IOException {
        flushing = true;
        room();
    }

    @Override
    public Event writable() {
        return writable;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
