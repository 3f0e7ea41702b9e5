package dev.witloof.wasi.io;

import java.io.IOException;

/**
 * A sink of an instance that has only so much time.
 *
 * @param sink what is written to
 * @param time what is left
 */
record TimedSink(Sink sink, HostTime time) implements Sink {

    @Override
    public int room() throws IOException {
        return time.of(sink::room);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        time.<Object, IOException>of(() -> {
            sink.write(bytes);
            return time;
        });
    }

    @Override
    public void flush() throws IOException {
        time.<Object, IOException>of(() -> {
            sink.flush();
            return time;
        });
    }

    @Override
    public Event writable() {
        return time.around(sink.writable());
    }

    /** What is flushed when a stream is dropped does not count: nobody could be told. */
    @Override
    public Sink shared() {
        return new TimedSink(sink.shared(), time);
    }

    @Override
    public void close() throws IOException {
        sink.close();
    }
}
