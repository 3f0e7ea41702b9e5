package dev.witloof.wasi.filesystem;

import dev.witloof.wasi.io.Sink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;

/** Writes a file always at its end. */
final class AppendingSink implements Sink {

    private final OpenFile file;
    private final Optional<SeekableByteChannel> atEnd;

    AppendingSink(OpenFile file) throws IOException {
        this.atEnd = file.appending();
        this.file = file.held();
    }

    @Override
    public int room() {
        return FileSink.ROOM;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        try {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            if (atEnd.isEmpty()) {
                file.write(left, file.size());
            }
            while (left.hasRemaining()) {
                atEnd.orElseThrow().write(left);
            }
        } catch (IOException failure) {
            throw ErrorCodes.failure(failure);
        }
    }

    @Override
    public void close() throws IOException {
        try (OpenFile closing = file) {
            if (atEnd.isPresent()) {
                atEnd.get().close();
            }
        }
    }
}
