package dev.witloof.wasi.http;

import dev.witloof.wasi.http.Types.ErrorCode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;

/**
 * A request, response or body that failed, with the code that the guest gets. Transports and servers throw it for what they
 * know more of than an {@link IOException} says.
 *
 * @see <a href="https://github.com/WebAssembly/wasi-http/blob/14a19b388f4828604a08ede2af8ee1285c020113/wit/types.wit">wasi:http/types: error-code</a>
 */
public final class HttpFailureException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient ErrorCode code;

    /** A failure with its code. */
    public HttpFailureException(ErrorCode code) {
        super(ErrorCodes.name(code));
        this.code = code;
    }

    /** A failure with its code and what caused it. */
    public HttpFailureException(ErrorCode code, Throwable cause) {
        super(ErrorCodes.name(code), cause);
        this.code = code;
    }

    /**
     * The failure that a guest gets for an exception: itself if it is one; else by its class, such as {@code connection-refused}
     * for a {@link java.net.ConnectException}, and {@code internal-error} where nothing fits.
     */
    public static HttpFailureException of(IOException failure) {
        return failure instanceof HttpFailureException known
                ? known
                : new HttpFailureException(ErrorCodes.of(failure), failure);
    }

    /**
     * What a stream of a body says when it fails: a failure with a code, but where there is none, because the stream just ends or
     * because the call is ended.
     */
    static IOException told(IOException failure) {
        boolean interrupted = failure instanceof ClosedByInterruptException
                || failure instanceof InterruptedIOException && !(failure instanceof SocketTimeoutException);
        return interrupted || failure instanceof ClosedChannelException ? failure : of(failure);
    }

    /** The guest's code. */
    public ErrorCode code() {
        return code;
    }
}
