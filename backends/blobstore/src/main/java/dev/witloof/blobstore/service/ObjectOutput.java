package dev.witloof.blobstore.service;

import dev.witloof.wasi.io.Poll;
import dev.witloof.wasi.io.Streams;

/** The bytes of a value as a stream of {@code wasi:io}. A store is always ready: writing to it takes as long as it takes. */
final class ObjectOutput implements Streams.OutputStream {

    /** So many bytes may be written at a time. */
    private static final int MOST = 1 << 20;

    /** So many bytes may be written by the operations that flush. */
    private static final int MOST_FLUSHED = 4096;

    private final OutgoingBytes value;
    private boolean closed;

    ObjectOutput(OutgoingBytes value) {
        this.value = value;
    }

    /** Whether the guest has not dropped it. */
    boolean isOpen() {
        return !dropped;
    }

    private boolean dropped;

    @Override
    public long checkWrite() throws Streams.StreamErrorException {
        if (closed || !value.isOpen()) {
            throw StoreError.closed();
        }
        return MOST;
    }

    @Override
    public void write(byte[] contents) throws Streams.StreamErrorException {
        write(contents, MOST);
    }

    private void write(byte[] contents, long most) throws Streams.StreamErrorException {
        checkWrite();
        if (contents.length > most) {
            throw new IllegalArgumentException(
                    "output-stream: expected at most " + most + " bytes, found " + contents.length);
        }
        try {
            value.write(contents);
        } catch (BlobException failure) {
            closed = true;
            throw StoreError.failed(failure);
        }
    }

    @Override
    public void blockingWriteAndFlush(byte[] contents) throws Streams.StreamErrorException {
        write(contents, MOST_FLUSHED);
    }

    @Override
    public void flush() throws Streams.StreamErrorException {
        checkWrite();
    }

    @Override
    public void blockingFlush() throws Streams.StreamErrorException {
        checkWrite();
    }

    @Override
    public Poll.Pollable subscribe() {
        return new AlwaysReady();
    }

    @Override
    public void writeZeroes(long len) throws Streams.StreamErrorException {
        zeroes(len, MOST);
    }

    private void zeroes(long len, int most) throws Streams.StreamErrorException {
        if (len < 0 || len > most) {
            throw new IllegalArgumentException(
                    "output-stream: expected at most " + most + " bytes, found " + Long.toUnsignedString(len));
        }
        write(new byte[(int) len], most);
    }

    @Override
    public void blockingWriteZeroesAndFlush(long len) throws Streams.StreamErrorException {
        zeroes(len, MOST_FLUSHED);
    }

    @Override
    public long splice(Streams.InputStream src, long len) throws Streams.StreamErrorException {
        byte[] bytes = src.read(len < 0 ? checkWrite() : Math.min(len, checkWrite()));
        write(bytes);
        return bytes.length;
    }

    @Override
    public long blockingSplice(Streams.InputStream src, long len) throws Streams.StreamErrorException {
        byte[] bytes = src.blockingRead(len < 0 ? checkWrite() : Math.min(len, checkWrite()));
        write(bytes);
        return bytes.length;
    }

    @Override
    public void close() {
        closed = true;
        dropped = true;
    }
}
