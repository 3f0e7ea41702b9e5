package dev.witloof.wasi.io;

import java.io.IOException;

/**
 * A sink that outlives the streams made of it.
 *
 * @param sink what is written to
 */
record SharedSink(Sink sink) implements Sink {

    @Override
    public int room() throws IOException {
        return sink.room();
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        sink.write(bytes);
    }

    @Override
    public void flush() throws IOException {
        sink.flush();
    }

    @Override
    public Event writable() {
        return sink.writable();
    }

    /** What the guest did not flush goes on its way all the same. */
    @Override
    public void close() throws IOException {
        sink.flush();
    }
}
