package dev.witloof.wasi.http;

import dev.witloof.wasi.io.Event;
import dev.witloof.wasi.io.Source;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A body made of its two parts.
 *
 * @param source its bytes
 * @param behind its trailers
 */
record SourceWithTrailers(Source source, BodySource.Trailers behind) implements BodySource {

    @Override
    public byte @Nullable [] read(int most) throws IOException {
        return source.read(most);
    }

    @Override
    public Event readable() {
        return source.readable();
    }

    @Override
    public HttpFields trailers() throws IOException {
        return behind.get();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
