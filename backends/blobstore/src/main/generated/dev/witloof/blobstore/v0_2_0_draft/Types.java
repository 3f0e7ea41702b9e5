// Made by witloof-bindings from wasi:blobstore/types@0.2.0-draft.
// SHA-256 of its declarations: c7ad258cbf650c2c437c4e96c18f086e783e3a6500bbfe47d9ab859d0cd1a042
// Changes made here are lost when it is made again.
package dev.witloof.blobstore.v0_2_0_draft;

import dev.witloof.host.ResultException;
import dev.witloof.host.WitInterface;
import dev.witloof.wasi.io.Streams;
import org.jspecify.annotations.NullMarked;

/**
 * What the other interfaces share.
 */
@WitInterface("wasi:blobstore/types@0.2.0-draft")
@NullMarked
public interface Types {
    /**
     * A value without bytes yet.
     */
    OutgoingValue outgoingValueNewOutgoingValue();

    /**
     * Ends writing. Dropped without it, the value counts as broken off. Traps while the stream is still there.
     */
    void outgoingValueFinish(OutgoingValue this_) throws ResultException;

    /**
     * All bytes at once.
     */
    byte[] incomingValueIncomingValueConsumeSync(IncomingValue this_) throws ResultException;

    /**
     * The bytes as a stream.
     */
    Streams.InputStream incomingValueIncomingValueConsumeAsync(IncomingValue this_) throws
            ResultException;

    /**
     * What is known about a container.
     *
     * @param name Its name.
     * @param createdAt When it was made.
     */
    record ContainerMetadata(String name, long createdAt) {
    }

    /**
     * Bytes of an object.
     */
    interface IncomingValue extends AutoCloseable {
        /**
         * How many bytes there are.
         */
        long size();

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }

    /**
     * An object by container and name.
     *
     * @param container The container's name.
     * @param object The object's name.
     */
    record ObjectId(String container, String object) {
    }

    /**
     * What is known about an object.
     *
     * @param name Its name.
     * @param container The container in which it lies.
     * @param createdAt When it was made.
     * @param size Its size in bytes.
     */
    record ObjectMetadata(String name, String container, long createdAt, long size) {
    }

    /**
     * Bytes that become an object.
     */
    interface OutgoingValue extends AutoCloseable {
        /**
         * A stream for its bytes. Succeeds once only.
         */
        Streams.OutputStream outgoingValueWriteBody() throws ResultException;

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }
}
