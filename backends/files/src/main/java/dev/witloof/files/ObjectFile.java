package dev.witloof.files;

import dev.witloof.blobstore.service.BlobException;
import dev.witloof.blobstore.service.ByteRange;
import dev.witloof.blobstore.service.ObjectReader;
import dev.witloof.files.Header.Version;
import java.io.IOException;

/** Part of an object, whose file is open. */
final class ObjectFile extends ObjectReader {

    private final Reading reading;
    private final long size;
    private long left;

    private ObjectFile(Reading reading, long size) {
        this.reading = reading;
        this.size = size;
        this.left = size;
    }

    /** The part of an entry, which is closed with the reader, or when there can be none. */
    static ObjectFile of(Reading reading, ByteRange range) throws IOException {
        try {
            long length = reading.header().length();
            // A skip in a file is no reading.
            reading.in().skipNBytes(range.offset(length));
            return new ObjectFile(reading, range.length(length));
        } catch (Throwable e) {
            reading.close();
            throw e;
        }
    }

    /** Which writing of the object it is. */
    Version version() {
        return reading.header().version();
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
        int read = FilesBlobService.told("read", () -> reading.in().read(buffer, offset, (int) Math.min(length, left)));
        if (read < 0) {
            throw new BlobException("read: expected " + size + " bytes, found " + (size - left));
        }
        left -= read;
        return read;
    }

    @Override
    public long skip(long count) throws BlobException {
        long skipped = Math.min(Math.max(count, 0), left);
        FilesBlobService.told("skip", () -> {
            reading.in().skipNBytes(skipped);
            return true;
        });
        left -= skipped;
        return skipped;
    }

    @Override
    public void close() {
        try {
            reading.close();
        } catch (IOException ignored) {
            // What was read is right all the same, and there is nobody to tell.
        }
    }
}
