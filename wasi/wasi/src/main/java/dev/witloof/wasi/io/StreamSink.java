package dev.witloof.wasi.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A stream of Java's, written to where the guest waits. */
final class StreamSink implements Sink {

    private final OutputStream stream;
    // Not a monitor, which would hold a virtual thread's carrier while the stream waits.
    private final Lock lock = new ReentrantLock();

    StreamSink(OutputStream stream) {
        this.stream = stream;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        lock.lock();
        try {
            stream.write(bytes);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void flush() throws IOException {
        lock.lock();
        try {
            stream.flush();
            if (stream instanceof PrintStream print && print.checkError()) {
                throw new IOException("an earlier write failed");
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
