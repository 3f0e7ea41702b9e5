package dev.witloof.wasi.filesystem;

import dev.witloof.wasi.filesystem.Types.ErrorCode;
import dev.witloof.wasi.io.Sink;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Writes a file from a place on. */
final class FileSink implements Sink {

    /** What a file takes at once. */
    private static final int ROOM = 1 << 20;

    private final OpenFile file;
    private long position;

    FileSink(OpenFile file, long position) {
        this.file = file.held();
        this.position = position;
    }

    @Override
    public int room() throws IOException {
        return room(file);
    }

    /** How much may be written to a file at once. */
    static int room(OpenFile file) throws IOException {
        long left = file.openFiles().bytes().left();
        if (left == 0) {
            throw new FileFailure(ErrorCode.QUOTA);
        }
        return (int) Math.min(ROOM, left);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        try {
            int written = file.write(ByteBuffer.wrap(bytes), position);
            position += written;
            if (written < bytes.length) {
                throw new FileFailure(ErrorCode.QUOTA);
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
