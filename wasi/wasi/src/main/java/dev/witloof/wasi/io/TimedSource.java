package dev.witloof.wasi.io;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A source of an instance that has only so much time.
 *
 * @param source what is read
 * @param time what is left
 */
record TimedSource(Source source, HostTime time) implements Source {

    @Override
    public byte @Nullable [] read(int most) throws IOException {
        return time.<byte @Nullable [], IOException>of(() -> source.read(most));
    }

    @Override
    public void reuse(byte[] bytes) {
        source.reuse(bytes);
    }

    @Override
    public Event readable() {
        return time.around(source.readable());
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
