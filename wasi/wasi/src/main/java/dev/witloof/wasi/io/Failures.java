package dev.witloof.wasi.io;

import dev.witloof.error.TrapException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;

/** What a stream says when its source or sink fails. */
final class Failures {

    private Failures() {}

    static Streams.StreamErrorException closed() {
        return new Streams.StreamErrorException(new Streams.StreamError.Closed());
    }

    /**
     * The guest's error.
     *
     * @throws TrapException if the thread was interrupted: that is how a call is ended, and no failure of the stream
     */
    static Streams.StreamErrorException of(IOException failure) {
        if (failure instanceof ClosedByInterruptException
                || failure instanceof InterruptedIOException && !(failure instanceof SocketTimeoutException)) {
            Thread.currentThread().interrupt();
            throw new TrapException("interrupted", failure);
        }
        return failure instanceof ClosedChannelException
                ? closed()
                : new Streams.StreamErrorException(new Streams.StreamError.LastOperationFailed(IoError.of(failure)));
    }
}
