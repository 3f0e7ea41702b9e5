package dev.witloof.blobstore.service;

import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes of values of which nobody has said yet where they go. */
final class UnplacedBytes {

    /** How many there may be. */
    static final long MAXIMUM = 64L << 20;

    private final AtomicLong bytes = new AtomicLong();

    /**
     * Counts further ones.
     *
     * @throws BlobException if they would be too many
     */
    void add(int count) throws BlobException {
        long sum = bytes.addAndGet(count);
        if (sum > MAXIMUM) {
            bytes.addAndGet(-count);
            throw new BlobException("values without write-data: expected at most " + MAXIMUM + " bytes, found " + sum);
        }
    }

    void remove(long count) {
        bytes.addAndGet(-count);
    }
}
