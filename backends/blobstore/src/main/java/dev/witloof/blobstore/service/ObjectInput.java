package dev.witloof.blobstore.service;

import dev.witloof.wasi.io.Poll;
import dev.witloof.wasi.io.Streams;
import java.util.Arrays;

/** The bytes of an object as a stream of {@code wasi:io}. A store is always ready: reading it takes as long as it takes. */
final class ObjectInput implements Streams.InputStream {

    /** So many bytes at most are given at a time, whatever is asked for. */
    private static final int MOST = 1 << 20;

    private final ObjectReader reader;
    private long left;
    private boolean closed;

    ObjectInput(ObjectReader reader) {
        this.reader = reader;
        this.left = reader.size();
    }

    @Override
    public byte[] read(long len) throws Streams.StreamErrorException {
        byte[] bytes = new byte[atMost(len)];
        if (bytes.length == 0) {
            return bytes;
        }
        try {
            int read = reader.read(bytes, 0, bytes.length);
            left -= read;
            return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
        } catch (BlobException failure) {
            closed = true;
            throw StoreError.failed(failure);
        }
    }

    /** How many bytes of those that are asked for can be had. */
    private int atMost(long len) throws Streams.StreamErrorException {
        if (closed || left == 0) {
            throw StoreError.closed();
        }
        return (int) Math.min(len < 0 ? MOST : Math.min(len, MOST), left);
    }

    @Override
    public byte[] blockingRead(long len) throws Streams.StreamErrorException {
        return read(len);
    }

    @Override
    public long skip(long len) throws Streams.StreamErrorException {
        try {
            long skipped = reader.skip(atMost(len));
            left -= skipped;
            return skipped;
        } catch (BlobException failure) {
            closed = true;
            throw StoreError.failed(failure);
        }
    }

    @Override
    public long blockingSkip(long len) throws Streams.StreamErrorException {
        return skip(len);
    }

    @Override
    public Poll.Pollable subscribe() {
        return new AlwaysReady();
    }

    @Override
    public void close() {
        closed = true;
        reader.close();
    }
}
