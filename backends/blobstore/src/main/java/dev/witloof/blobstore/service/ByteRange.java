package dev.witloof.blobstore.service;

/**
 * Part of an object, both ends included. What lies beyond the object's end is left out, so the range of an object that is shorter
 * than its beginning is empty.
 *
 * @param start the first byte, unsigned
 * @param end the last byte, unsigned; not before the first
 */
public record ByteRange(long start, long end) {

    /** All bytes. */
    public static final ByteRange ALL = new ByteRange(0, -1);

    /**
     * Checks the ends.
     *
     * @throws IllegalArgumentException if the last byte is before the first
     */
    public ByteRange {
        if (Long.compareUnsigned(start, end) > 0) {
            throw new IllegalArgumentException("range: expected an end of " + Long.toUnsignedString(start)
                    + " or more, found " + Long.toUnsignedString(end));
        }
    }

    /** Where it begins in an object of so many bytes: at most at its end. */
    public long offset(long size) {
        return Long.compareUnsigned(start, size) < 0 ? start : size;
    }

    /** How many bytes it has of an object of so many bytes. */
    public long length(long size) {
        if (Long.compareUnsigned(start, size) >= 0) {
            return 0;
        }
        return (Long.compareUnsigned(end, size) < 0 ? end + 1 : size) - start;
    }
}
