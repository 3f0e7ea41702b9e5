package dev.witloof.wasi.io;

import java.io.IOException;
import java.util.Arrays;

/**
 * A sink that takes no more bytes than its instance has left, perhaps for several sinks together. What still fits arrives; then
 * it fails.
 *
 * @param sink what is written to
 * @param bytes how many it takes
 */
record LimitedSink(Sink sink, Allotment bytes) implements Sink {

    @Override
    public int room() throws IOException {
        if (bytes.left() == 0) {
            throw exceeded();
        }
        return (int) Math.min(sink.room(), bytes.left());
    }

    @Override
    public void write(byte[] contents) throws IOException {
        int taken = (int) bytes.takeUpTo(contents.length);
        if (taken == contents.length) {
            sink.write(contents);
        } else {
            sink.write(Arrays.copyOf(contents, taken));
            throw exceeded();
        }
    }

    private IOException exceeded() {
        return new IOException("output: expected at most " + bytes.most() + " bytes, found more");
    }

    @Override
    public void flush() throws IOException {
        sink.flush();
    }

    @Override
    public Event writable() {
        return sink.writable();
    }

    @Override
    public Sink shared() {
        return new LimitedSink(sink.shared(), bytes);
    }

    @Override
    public void close() throws IOException {
        sink.close();
    }
}
