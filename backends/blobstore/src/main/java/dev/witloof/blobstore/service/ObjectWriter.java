package dev.witloof.blobstore.service;

/**
 * An object that is being written, of which nobody sees anything until it is committed. One thread at a time uses it; it does not
 * hold up others that write or read the same object.
 */
public interface ObjectWriter extends AutoCloseable {

    /**
     * Takes further bytes, and waits where the store is slow. The array stays the caller's.
     *
     * @throws BlobException if they cannot be taken; the object then can only be given up
     */
    void write(byte[] bytes, int offset, int length) throws BlobException;

    /**
     * Puts the object in its place, at once and whole. After it only {@link #close()} may be called.
     *
     * @throws BlobException if that cannot be done, for instance because the container was removed; then what stood there before
     *     is still there
     */
    void commit() throws BlobException;

    /** Ends writing, and leaves nothing behind of what was not committed; may be called again. */
    @Override
    void close();
}
