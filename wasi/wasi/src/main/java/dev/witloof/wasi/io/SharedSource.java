package dev.witloof.wasi.io;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A source that outlives the streams made of it.
 *
 * @param source what is read
 */
record SharedSource(Source source) implements Source {

    @Override
    public byte @Nullable [] read(int most) throws IOException {
        return source.read(most);
    }

    @Override
    public void reuse(byte[] bytes) {
        source.reuse(bytes);
    }

    @Override
    public Event readable() {
        return source.readable();
    }
}
