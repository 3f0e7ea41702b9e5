package dev.witloof.wasi.filesystem;

import dev.witloof.wasi.io.Sink;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Writes a file from a place on, or always at its end. */
final class FileSink implements Sink {

    /** What a file takes at once. */
    private static final int ROOM = 1 << 20;

    private static final long AT_END = -1;

    private final OpenFile file;
    private long position;

    private FileSink(OpenFile file, long position) {
        this.file = file.held();
        this.position = position;
    }

    static FileSink from(OpenFile file, long position) {
        return new FileSink(file, position);
    }

    static FileSink atEnd(OpenFile file) {
        return new FileSink(file, AT_END);
    }

    @Override
    public int room() {
        return ROOM;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        try {
            if (position == AT_END) {
                file.write(ByteBuffer.wrap(bytes), file.size());
            } else {
                file.write(ByteBuffer.wrap(bytes), position);
                position += bytes.length;
            }
        } catch (IOException failure) {
            throw ErrorCodes.failure(failure);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
