package dev.witloof.blobstore.service;

import dev.witloof.wasi.io.Sink;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;

/** Where the bytes of a value go that a guest writes to a stream of {@code wasi:io}, in its thread. */
final class ValueSink implements Sink {

    private final OutgoingBytes value;
    private boolean dropped;

    ValueSink(OutgoingBytes value) {
        this.value = value;
    }

    /** Whether the guest has dropped the stream. */
    boolean isDropped() {
        return dropped;
    }

    @Override
    public int room() throws IOException {
        if (value.hasEnded()) {
            throw new ClosedChannelException();
        }
        return USUAL_ROOM;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        room();
        try {
            value.write(bytes);
        } catch (BlobException failure) {
            throw new IOException(failure.text(), failure);
        }
    }

    @Override
    public void close() {
        dropped = true;
    }
}
