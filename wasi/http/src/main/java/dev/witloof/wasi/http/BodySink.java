package dev.witloof.wasi.http;

import dev.witloof.wasi.io.Sink;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Where a body goes that a guest sends, of a response to a server or of a request to a transport. The guest writes as far as
 * there is {@link #room}, {@link #finish} completes it.
 *
 * <p>Each ends in one of two ways, once: by {@code finish}, or by {@link #close}, which means that the guest broke off, or
 * failed: the other side must be able to tell, so that a body that is not whole never looks as if it were. Nothing is called
 * after either. A failure of the connection is an {@link HttpFailureException}, or a
 * {@link java.nio.channels.ClosedChannelException} if there is nothing more to say than that no bytes are taken.
 */
public interface BodySink extends Sink {

    /**
     * The body is complete. What was written and not flushed goes on its way; nothing is called any more. It may wait where a
     * {@link #write} would.
     *
     * @param trailers what comes behind the bytes; left out where the other side cannot take them
     * @throws IOException if it could not be sent
     */
    void finish(HttpFields trailers) throws IOException;

    /** The guest broke off. Must not wait. */
    @Override
    void close() throws IOException;

    /**
     * A stream of Java's, written to in the guest's thread, which waits where the stream waits. Trailers are left out.
     *
     * @param stream closed by {@link #finish} and not otherwise
     * @param cut what is done if the guest breaks off
     */
    static BodySink of(OutputStream stream, Runnable cut) {
        return new StreamBodySink(stream, cut);
    }
}
