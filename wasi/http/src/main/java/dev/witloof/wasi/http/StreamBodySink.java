package dev.witloof.wasi.http;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A body that goes to a stream of Java's. One thread at a time uses it, so it needs no lock.
 *
 * @param stream what is written to
 * @param cut what is done if the guest breaks off
 */
record StreamBodySink(OutputStream stream, Runnable cut) implements BodySink {

    @Override
    public void write(byte[] bytes) throws IOException {
        stream.write(bytes);
    }

    @Override
    public void flush() throws IOException {
        stream.flush();
    }

    @Override
    public void finish(HttpFields trailers) throws IOException {
        stream.close();
    }

    @Override
    public void close() {
        cut.run();
    }
}
