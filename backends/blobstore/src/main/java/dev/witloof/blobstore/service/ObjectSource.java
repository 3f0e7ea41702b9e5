package dev.witloof.blobstore.service;

import dev.witloof.wasi.io.Source;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes of an object for a stream of {@code wasi:io}, read in the guest's thread. */
final class ObjectSource implements Source {

    private final ObjectReader reader;
    private long left;

    ObjectSource(ObjectReader reader) {
        this.reader = reader;
        this.left = reader.size();
    }

    @Override
    public byte @Nullable [] read(int most) throws IOException {
        if (left == 0) {
            return null;
        }
        byte[] bytes = new byte[(int) Math.min(most, left)];
        int read;
        try {
            read = reader.read(bytes, 0, bytes.length);
        } catch (BlobException failure) {
            throw new IOException(failure.text(), failure);
        }
        if (read < 0) {
            throw new IOException("object: expected " + reader.size() + " bytes, found " + (reader.size() - left));
        }
        left -= read;
        return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
    }

    @Override
    public void close() {
        reader.close();
    }
}
