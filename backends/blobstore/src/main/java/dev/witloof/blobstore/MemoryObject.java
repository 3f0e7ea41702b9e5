package dev.witloof.blobstore;

import dev.witloof.blobstore.service.ByteRange;
import dev.witloof.blobstore.service.ObjectInfo;
import dev.witloof.blobstore.service.ObjectReader;

/**
 * An object that nobody changes any more.
 *
 * @param pieces its bytes, in pieces of {@link #PIECE} but for the last one
 * @param size how many there are
 * @param createdAt when it was made, in seconds
 */
record MemoryObject(byte[][] pieces, long size, long createdAt) {

    /** So many bytes a piece has. */
    static final int PIECE = 1 << 20;

    /** The same bytes, made at another time. */
    MemoryObject madeAt(long seconds) {
        return new MemoryObject(pieces, size, seconds);
    }

    ObjectInfo info() {
        return new ObjectInfo(size, createdAt);
    }

    ObjectReader read(ByteRange range) {
        return new Reader(pieces, range.offset(size), range.length(size));
    }

    private static final class Reader extends ObjectReader {

        private final byte[][] pieces;
        private final long size;
        private final long end;
        private long at;

        Reader(byte[][] pieces, long from, long size) {
            this.pieces = pieces;
            this.size = size;
            this.end = from + size;
            this.at = from;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (at == end) {
                return -1;
            }
            byte[] piece = pieces[(int) (at / PIECE)];
            int from = (int) (at % PIECE);
            int read = (int) Math.min(Math.min(length, piece.length - from), end - at);
            System.arraycopy(piece, from, buffer, offset, read);
            at += read;
            return read;
        }

        @Override
        public long skip(long count) {
            long skipped = Math.min(count, end - at);
            at += skipped;
            return skipped;
        }

        @Override
        public void close() {}
    }
}
