package dev.witloof.wasi.filesystem;

import dev.witloof.wasi.io.Sink;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Writes a file from a place on. */
final class FileSink implements Sink {

    /** What a file takes at once. */
    static final int ROOM = 1 << 20;

    private final OpenFile file;
    private long position;

    FileSink(OpenFile file, long position) {
        this.file = file.held();
        this.position = position;
    }

    @Override
    public int room() {
        return ROOM;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        try {
            file.write(ByteBuffer.wrap(bytes), position);
            position += bytes.length;
        } catch (IOException failure) {
            throw ErrorCodes.failure(failure);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
