package dev.witloof.wasi.filesystem;

import dev.witloof.wasi.io.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a file from a place on. */
final class FileSource implements Source {

    /** What is asked for where the file does not say how much it has, or may be growing. */
    private static final int USUAL = 8192;

    private final OpenFile file;
    private long position;

    FileSource(OpenFile file, long position) {
        this.file = file.held();
        this.position = position;
    }

    @Override
    public byte @Nullable [] read(int most) throws IOException {
        try {
            byte[] bytes = new byte[(int) Math.min(most, Math.max(USUAL, file.size() - position))];
            int read = file.read(ByteBuffer.wrap(bytes), position);
            if (read < 0) {
                return null;
            }
            position += read;
            return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
        } catch (IOException failure) {
            throw ErrorCodes.failure(failure);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
