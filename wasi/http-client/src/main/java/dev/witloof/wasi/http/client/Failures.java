package dev.witloof.wasi.http.client;

import dev.witloof.wasi.http.HttpFailureException;
import dev.witloof.wasi.http.Types.DnsErrorPayload;
import dev.witloof.wasi.http.Types.ErrorCode;
import dev.witloof.wasi.http.Types.FieldSizePayload;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NotImplementedException;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.TruncatedChunkException;

/**
 * What a guest is told of an exception of the client's.
 *
 * @see <a href="https://github.com/WebAssembly/wasi-http/blob/14a19b388f4828604a08ede2af8ee1285c020113/wit/types.wit">wasi:http/types: error-code</a>
 */
final class Failures {

    private Failures() {}

    /** Until there is a connection. */
    static HttpFailureException connecting(Exception failure) {
        if (failure instanceof SocketTimeoutException) {
            return of(new ErrorCode.ConnectionTimeout(), failure);
        }
        if (failure instanceof NoRouteToHostException) {
            return of(new ErrorCode.DestinationIpUnroutable(), failure);
        }
        if (failure instanceof ConnectException) {
            return of(connectCode(String.valueOf(failure.getMessage())), failure);
        }
        if (failure instanceof UnknownHostException) {
            return of(new ErrorCode.DnsError(new DnsErrorPayload(Optional.empty(), Optional.empty())), failure);
        }
        return sending(failure);
    }

    /** The system's text, as Java hands it on. */
    private static ErrorCode connectCode(String said) {
        if (said.contains("unreachable")) {
            return new ErrorCode.DestinationIpUnroutable();
        }
        return said.contains("timed out") ? new ErrorCode.ConnectionTimeout() : new ErrorCode.ConnectionRefused();
    }

    /** From then on, until the head of a response is there. */
    static HttpFailureException sending(Exception failure) {
        if (failure instanceof HttpFailureException known) {
            return known;
        }
        if (failure instanceof SSLException tls) {
            return of(TlsFailures.code(tls), failure);
        }
        if (failure instanceof MessageConstraintException) {
            return of(
                    new ErrorCode.HttpResponseHeaderSize(new FieldSizePayload(Optional.empty(), Optional.empty())),
                    failure);
        }
        if (failure instanceof NotImplementedException) {
            return of(new ErrorCode.HttpResponseTransferCoding(Optional.empty()), failure);
        }
        // Trailers that are no fields come wrapped.
        if (failure instanceof HttpException || failure.getCause() instanceof HttpException) {
            return of(new ErrorCode.HttpProtocolError(), failure);
        }
        if (failure instanceof ConnectionClosedException
                || failure instanceof ClosedChannelException
                || failure instanceof SocketException
                || failure instanceof RequestNotExecutedException
                || isReset(failure)) {
            return of(new ErrorCode.ConnectionTerminated(), failure);
        }
        return of(new ErrorCode.InternalError(Optional.ofNullable(failure.getMessage())), failure);
    }

    /** Channels throw a class that says nothing. */
    private static boolean isReset(Exception failure) {
        String said = String.valueOf(failure.getMessage());
        return failure instanceof IOException && (said.contains("reset") || said.contains("Broken pipe"));
    }

    /** While the body of the response comes. */
    static HttpFailureException receiving(Exception failure) {
        if (failure instanceof TruncatedChunkException || failure instanceof ConnectionClosedException) {
            return of(new ErrorCode.HttpResponseIncomplete(), failure);
        }
        if (failure instanceof MalformedChunkCodingException) {
            return of(new ErrorCode.HttpResponseTransferCoding(Optional.of("chunked")), failure);
        }
        if (failure instanceof MessageConstraintException) {
            return of(
                    new ErrorCode.HttpResponseTrailerSize(new FieldSizePayload(Optional.empty(), Optional.empty())),
                    failure);
        }
        return sending(failure);
    }

    private static HttpFailureException of(ErrorCode code, Exception cause) {
        return new HttpFailureException(code, cause);
    }
}
