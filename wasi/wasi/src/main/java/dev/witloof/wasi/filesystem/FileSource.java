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
    private byte @Nullable [] spare;

    FileSource(OpenFile file, long position) {
        this.file = file.held();
        this.position = position;
    }

    @Override
    public byte @Nullable [] read(int most) throws IOException {
        try {
            byte[] bytes = array(most);
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

    /** Where the last piece was as long as is asked for now the next one may be, and nobody is asked how much there is. */
    private byte[] array(int most) throws IOException {
        byte[] last = spare;
        spare = null;
        if (last != null && last.length == most) {
            return last;
        }
        int length = (int) Math.min(most, Math.max(USUAL, file.size() - position));
        return last != null && last.length == length ? last : new byte[length];
    }

    @Override
    public void reuse(byte[] bytes) {
        spare = bytes;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
