// Made by witloof-bindings from wasi:io/streams@0.2.12.
// SHA-256 of its declarations: d7de8f41c20612512c61444ed943be82f441fd7c0d7825ee0862442e1ac5d983
// Changes made here are lost when it is made again.
package dev.witloof.wasi.io;

import dev.witloof.host.WitInterface;
import org.jspecify.annotations.NullMarked;

/**
 * Streams of bytes, without blocking or with it.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:io/streams@0.2.12")
@NullMarked
public interface Streams {
    /**
     * Bytes to be read. Operations without {@code blocking} in their names return at once, with fewer bytes than
     * asked for or none.
     *
     * @since 0.2.0
     */
    interface InputStream extends AutoCloseable {
        /**
         * Takes up to {@code len} bytes that are there now. An empty list means that none have arrived yet, not that the
         * stream has ended.
         *
         * @since 0.2.0
         */
        byte[] read(long len) throws StreamErrorException;

        /**
         * Like {@code read}, but waits until there is at least one byte, an end or an error.
         *
         * @since 0.2.0
         */
        byte[] blockingRead(long len) throws StreamErrorException;

        /**
         * Drops up to {@code len} bytes that are there now and returns how many.
         *
         * @since 0.2.0
         */
        long skip(long len) throws StreamErrorException;

        /**
         * Like {@code skip}, but waits until at least one byte can be dropped.
         *
         * @since 0.2.0
         */
        long blockingSkip(long len) throws StreamErrorException;

        /**
         * An event that is ready when bytes can be read or the stream has ended. Drop it before the stream.
         *
         * @since 0.2.0
         */
        Poll.Pollable subscribe();

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }

    /**
     * Bytes to be written. Flush before dropping it, because what is still buffered may be lost.
     *
     * @since 0.2.0
     */
    interface OutputStream extends AutoCloseable {
        /**
         * How many bytes the next {@code write} may have; zero means to wait for {@code subscribe}. Never blocks.
         *
         * @since 0.2.0
         */
        long checkWrite() throws StreamErrorException;

        /**
         * Writes bytes, no more than the last {@code check-write} allowed; more is a trap. Never blocks.
         *
         * @since 0.2.0
         */
        void write(byte[] contents) throws StreamErrorException;

        /**
         * Writes up to 4096 bytes and waits until they have left the buffer.
         *
         * @since 0.2.0
         */
        void blockingWriteAndFlush(byte[] contents) throws StreamErrorException;

        /**
         * Starts to empty the buffer. Until that is done {@code check-write} allows nothing.
         *
         * @since 0.2.0
         */
        void flush() throws StreamErrorException;

        /**
         * Empties the buffer and waits until the stream takes bytes again.
         *
         * @since 0.2.0
         */
        void blockingFlush() throws StreamErrorException;

        /**
         * An event that is ready when the stream takes bytes, has failed or is closed. Drop it before the stream.
         *
         * @since 0.2.0
         */
        Poll.Pollable subscribe();

        /**
         * Like {@code write}, with so many bytes of zero.
         *
         * @since 0.2.0
         */
        void writeZeroes(long len) throws StreamErrorException;

        /**
         * Like {@code blocking-write-and-flush}, with up to 4096 bytes of zero.
         *
         * @since 0.2.0
         */
        void blockingWriteZeroesAndFlush(long len) throws StreamErrorException;

        /**
         * Moves up to {@code len} bytes from an input stream into this one, as many as both allow now, and returns how
         * many.
         *
         * @since 0.2.0
         */
        long splice(InputStream src, long len) throws StreamErrorException;

        /**
         * Like {@code splice}, but waits first until the one can be read and the other written.
         *
         * @since 0.2.0
         */
        long blockingSplice(InputStream src, long len) throws StreamErrorException;

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }

    /**
     * Why an operation on a stream did not succeed.
     *
     * @since 0.2.0
     */
    sealed interface StreamError {
        /**
         * The operation was begun and did not finish; the payload tells more. The stream is closed from now on.
         */
        record LastOperationFailed(Error.Error_ value) implements StreamError {
        }

        /**
         * The stream has ended or was closed. Every later operation gives the same answer.
         */
        record Closed() implements StreamError {
        }
    }

    /**
     * The failure of a function, with its error.
     */
    final class StreamErrorException extends Exception {
        private static final long serialVersionUID = 1;

        private final transient StreamError error;

        /**
         * A failure with this error.
         */
        public StreamErrorException(StreamError error) {
            super(String.valueOf(error));
            this.error = error;
        }

        /**
         * The error.
         */
        public StreamError error() {
            return error;
        }
    }
}
