package dev.witloof.blobstore.service;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of an object, or of part of it, as they were when the reader was opened. One thread at a time uses it. */
public abstract class ObjectReader implements AutoCloseable {

    private static final int PIECE = 1 << 16;

    /** For a store's own. */
    protected ObjectReader() {}

    /**
     * A reader over a stream, which is closed with it. A failure of the stream is told by its class only: its message may hold
     * what a guest must not see.
     *
     * @param what what is read, for errors: {@code object "a"}
     * @param size how many bytes there are
     * @param in the bytes; no more than {@code size} are taken
     */
    public static ObjectReader of(String what, long size, InputStream in) {
        return new StreamReader(what, size, in);
    }

    /** How many bytes there are in all. */
    public abstract long size();

    /**
     * Reads at least one byte, and waits for it.
     *
     * @return how many; -1 if all have been read
     * @throws BlobException if there are fewer than {@link #size()} said, or they cannot be read
     */
    public abstract int read(byte[] buffer, int offset, int length) throws BlobException;

    /**
     * Leaves out bytes. By default they are read.
     *
     * @return how many; fewer only where the end was reached
     */
    public long skip(long count) throws BlobException {
        byte[] dropped = new byte[(int) Math.min(PIECE, Math.max(count, 1))];
        long left = count;
        while (left > 0) {
            int read = read(dropped, 0, (int) Math.min(dropped.length, left));
            if (read < 0) {
                break;
            }
            left -= read;
        }
        return count - left;
    }

    /** Writes what is left to a writer, in pieces. */
    public final void transferTo(ObjectWriter writer) throws BlobException {
        byte[] piece = new byte[(int) Math.min(PIECE, Math.max(size(), 1))];
        for (int read = read(piece, 0, piece.length); read >= 0; read = read(piece, 0, piece.length)) {
            writer.write(piece, 0, read);
        }
    }

    /** Ends reading; may be called again. */
    @Override
    public abstract void close();

    private static final class StreamReader extends ObjectReader {

        private final String what;
        private final long size;
        private final InputStream in;
        private long left;

        StreamReader(String what, long size, InputStream in) {
            this.what = what;
            this.size = size;
            this.in = in;
            this.left = size;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws BlobException {
            if (left == 0) {
                return -1;
            }
            int read;
            try {
                read = in.read(buffer, offset, (int) Math.min(length, left));
            } catch (IOException failure) {
                throw BlobException.of(
                        what + ": reading failed with " + failure.getClass().getSimpleName(), failure);
            }
            if (read < 0) {
                throw new BlobException(what + ": expected " + size + " bytes, found " + (size - left));
            }
            left -= read;
            return read;
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException ignored) {
                // What was read is right all the same, and there is nobody to tell.
            }
        }
    }
}
