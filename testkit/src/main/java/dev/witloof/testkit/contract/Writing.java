package dev.witloof.testkit.contract;

import dev.witloof.blobstore.v0_2_0_draft.Container;
import dev.witloof.blobstore.v0_2_0_draft.Types;
import dev.witloof.wasi.io.Streams;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A value that is being written, with the steps that a component takes. Closing it drops what is left of it. */
final class Writing implements AutoCloseable {

    private final Types types;
    private Types.@Nullable OutgoingValue value;
    private Streams.@Nullable OutputStream stream;

    Writing(Types types) {
        this.types = types;
        this.value = types.outgoingValueNewOutgoingValue();
    }

    Types.OutgoingValue value() {
        return present(value);
    }

    private static <T> T present(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("was dropped");
        }
        return part;
    }

    /** Opens the stream. */
    Writing body() throws Exception {
        stream = value().outgoingValueWriteBody();
        return this;
    }

    Streams.OutputStream stream() {
        return present(stream);
    }

    /** Says where the bytes go. */
    Writing to(Container.Container_ container, String name) throws Exception {
        container.writeData(name, value());
        return this;
    }

    /** Writes to the stream, as much at a time as it takes. */
    Writing bytes(byte[] bytes) throws Exception {
        Streams.OutputStream to = stream();
        int at = 0;
        while (at < bytes.length) {
            long room = to.checkWrite();
            if (room == 0) {
                to.subscribe().block();
            } else {
                int end = (int) Math.min(bytes.length, at + room);
                to.write(Arrays.copyOfRange(bytes, at, end));
                at = end;
            }
        }
        return this;
    }

    /** Drops the stream, after it was flushed. */
    Writing end() throws Exception {
        stream().blockingFlush();
        dropStream();
        return this;
    }

    private void dropStream() {
        if (stream != null) {
            stream.close();
            stream = null;
        }
    }

    void finish() throws Exception {
        Types.OutgoingValue finished = value();
        value = null;
        types.outgoingValueFinish(finished);
    }

    @Override
    public void close() {
        dropStream();
        if (value != null) {
            value.close();
            value = null;
        }
    }
}
