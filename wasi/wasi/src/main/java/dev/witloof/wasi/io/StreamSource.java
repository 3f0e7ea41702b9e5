package dev.witloof.wasi.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A stream of Java's, read where the guest waits. */
final class StreamSource implements Source {

    /** What is asked for where the stream does not say how much it has. */
    private static final int USUAL = 8192;

    private final InputStream stream;
    // Not a monitor, which would hold a virtual thread's carrier while the stream waits.
    private final Lock lock = new ReentrantLock();
    private byte @Nullable [] spare;

    StreamSource(InputStream stream) {
        this.stream = stream;
    }

    @Override
    public byte @Nullable [] read(int most) throws IOException {
        lock.lock();
        try {
            byte[] bytes = array(most);
            int read = stream.read(bytes);
            if (read < 0) {
                return null;
            }
            return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
        } finally {
            lock.unlock();
        }
    }

    /** Where the last piece was as long as is asked for now the next one may be, and nobody is asked how much there is. */
    private byte[] array(int most) throws IOException {
        byte[] last = spare;
        spare = null;
        if (last != null && last.length == most) {
            return last;
        }
        int length = Math.min(most, Math.max(USUAL, stream.available()));
        return last != null && last.length == length ? last : new byte[length];
    }

    @Override
    public void reuse(byte[] bytes) {
        lock.lock();
        spare = bytes;
        lock.unlock();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
