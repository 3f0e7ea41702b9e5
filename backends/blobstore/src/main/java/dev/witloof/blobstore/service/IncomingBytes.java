package dev.witloof.blobstore.service;

import dev.witloof.blobstore.v0_2_0_draft.Types;
import dev.witloof.wasi.io.SourceStream;
import dev.witloof.wasi.io.Streams;

/**
 * A value that a guest reads.
 *
 * @param reader its bytes
 */
record IncomingBytes(ObjectReader reader) implements Types.IncomingValue {

    /** So long a list may be, as the canonical ABI has it. */
    private static final int LONGEST_LIST = (1 << 28) - 1;

    /** A value of a guest, which may come from any blob store, but not from elsewhere. */
    static IncomingBytes of(Types.IncomingValue value) {
        if (value instanceof IncomingBytes bytes) {
            return bytes;
        }
        throw new IllegalArgumentException("incoming-value: expected one of a " + BlobBackend.class.getName()
                + ", found " + value.getClass().getName());
    }

    @Override
    public long size() {
        return reader.size();
    }

    /** All bytes; ends the value. */
    byte[] all() throws BlobException {
        try (reader) {
            if (reader.size() > LONGEST_LIST) {
                throw new BlobException("incoming value: expected at most " + LONGEST_LIST
                        + " bytes to be read at once, found " + reader.size());
            }
            byte[] bytes = new byte[(int) reader.size()];
            int at = 0;
            while (at < bytes.length) {
                int read = reader.read(bytes, at, bytes.length - at);
                if (read < 0) {
                    throw new BlobException("incoming value: expected " + bytes.length + " bytes, found " + at);
                }
                at += read;
            }
            return bytes;
        }
    }

    /** The bytes as a stream, which the value becomes. */
    Streams.InputStream stream() {
        return SourceStream.of(new ObjectSource(reader));
    }

    /** Ends the value. */
    @Override
    public void close() {
        reader.close();
    }
}
