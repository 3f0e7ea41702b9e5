package dev.witloof.blobstore.service;

import dev.witloof.blobstore.v0_2_0_draft.Types;
import dev.witloof.error.TrapException;
import dev.witloof.host.ResultException;
import dev.witloof.wasi.io.SinkStream;
import dev.witloof.wasi.io.Streams;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A value that a guest writes. Its bytes are kept until {@code write-data} says where they go, and go there from then on; the object
 * is there when the value is finished.
 */
final class OutgoingBytes implements Types.OutgoingValue {

    private final UnplacedBytes unplaced;
    private ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private @Nullable ObjectWriter writer;
    private @Nullable ValueSink body;
    private @Nullable BlobException failure;
    private boolean ended;

    OutgoingBytes(UnplacedBytes unplaced) {
        this.unplaced = unplaced;
    }

    /** A value of a guest, which may come from any blob store, but not from elsewhere. */
    static OutgoingBytes of(Types.OutgoingValue value) {
        if (value instanceof OutgoingBytes bytes) {
            return bytes;
        }
        throw new IllegalArgumentException("outgoing-value: expected one of a " + BlobBackend.class.getName()
                + ", found " + value.getClass().getName());
    }

    @Override
    public Streams.OutputStream outgoingValueWriteBody() throws ResultException {
        if (body != null) {
            throw new ResultException(null);
        }
        body = new ValueSink(this);
        return SinkStream.of(body);
    }

    /** Whether it was finished or dropped. */
    boolean hasEnded() {
        return ended;
    }

    /** Takes further bytes, which the array's owner leaves as they are. */
    void write(byte[] bytes) throws BlobException {
        try {
            ObjectWriter to = writer;
            if (to != null) {
                to.write(bytes, 0, bytes.length);
            } else {
                unplaced.add(bytes.length);
                kept.writeBytes(bytes);
            }
        } catch (BlobException failed) {
            failure = failed;
            throw failed;
        }
    }

    /** Says where the bytes go. */
    void place(StoredContainer container, String name) throws BlobException {
        if (writer != null) {
            throw new BlobException("outgoing value: expected one write-data, found a second one");
        }
        checkWhole();
        ObjectWriter to = container.write(name);
        writer = to;
        byte[] before = kept.toByteArray();
        forgetKept();
        write(before);
    }

    private void checkWhole() throws BlobException {
        if (failure != null) {
            throw failure;
        }
    }

    private void forgetKept() {
        unplaced.remove(kept.size());
        kept = new ByteArrayOutputStream();
    }

    /** Puts the object in its place. */
    void finish() throws BlobException {
        try {
            if (body != null && !body.isDropped()) {
                throw new TrapException("outgoing-value: expected its output-stream to be dropped, found it in use");
            }
            checkWhole();
            if (writer == null) {
                throw new BlobException("outgoing value: expected write-data before finish, found none");
            }
            writer.commit();
        } finally {
            close();
        }
    }

    /** Ends the value; what was not finished is broken off. */
    @Override
    public void close() {
        ended = true;
        forgetKept();
        if (writer != null) {
            writer.close();
        }
    }
}
