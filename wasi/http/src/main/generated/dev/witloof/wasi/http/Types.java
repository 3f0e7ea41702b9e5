// Made by witloof-bindings from wasi:http/types@0.2.12.
// SHA-256 of its declarations: 493a07e3304c87a939ef5d7f807d34431abe861a75bb1085a59f443e065ecf38
// Changes made here are lost when it is made again.
package dev.witloof.wasi.http;

import dev.witloof.host.ResultException;
import dev.witloof.host.Tuple2;
import dev.witloof.host.WitInterface;
import dev.witloof.value.Result;
import dev.witloof.wasi.io.Error;
import dev.witloof.wasi.io.Poll;
import dev.witloof.wasi.io.Streams;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/**
 * Requests, responses, their fields and bodies.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:http/types@0.2.12")
@NullMarked
public interface Types {
    /**
     * The code behind a stream's error, if it came from HTTP.
     *
     * @since 0.2.0
     */
    Optional<ErrorCode> httpErrorCode(Error.Error_ err);

    /**
     * No fields yet; they can be changed.
     *
     * @since 0.2.0
     */
    Fields newFields();

    /**
     * Fields from names and values, a name as often as it has values; they can be changed.
     *
     * @since 0.2.0
     */
    Fields fieldsFromList(List<Tuple2<String, byte[]>> entries) throws HeaderErrorException;

    /**
     * A {@code GET} with these headers, no path, scheme or authority.
     *
     * @since 0.2.0
     */
    OutgoingRequest newOutgoingRequest(Fields headers);

    /**
     * No limits of its own; the host's hold.
     *
     * @since 0.2.0
     */
    RequestOptions newRequestOptions();

    /**
     * Gives the response, or the error for which the host is to make one. Can be called once; never called, the host
     * answers with an error.
     *
     * @since 0.2.0
     */
    void responseOutparamSet(ResponseOutparam param, Result<OutgoingResponse, ErrorCode> response);

    /**
     * Ends reading, perhaps before the last byte, and waits for the trailers. Traps while the stream is still there.
     *
     * @since 0.2.0
     */
    FutureTrailers incomingBodyFinish(IncomingBody this_);

    /**
     * A response with status 200 and these headers.
     *
     * @since 0.2.0
     */
    OutgoingResponse newOutgoingResponse(Fields headers);

    /**
     * Completes the body, with trailers if there are any. Fails if its length is not what the headers said; traps
     * while the stream is still there.
     *
     * @since 0.2.0
     */
    void outgoingBodyFinish(OutgoingBody this_, Optional<Fields> trailers) throws
            ErrorCodeException;

    /**
     * What is known of a look-up that failed.
     *
     * @param rcode DNS's response code.
     * @param infoCode DNS's extended code.
     * @since 0.2.0
     */
    record DnsErrorPayload(Optional<String> rcode, Optional<Integer> infoCode) {
    }

    /**
     * What is known of a TLS alert.
     *
     * @param alertId Its number.
     * @param alertMessage Its text.
     * @since 0.2.0
     */
    record TlsAlertReceivedPayload(Optional<Integer> alertId, Optional<String> alertMessage) {
    }

    /**
     * Why a request or response failed, close to the codes that proxies report (RFC 9209).
     *
     * @since 0.2.0
     */
    sealed interface ErrorCode {
        /**
         * The name's look-up took too long.
         */
        record DnsTimeout() implements ErrorCode {
        }

        /**
         * The name's look-up failed.
         */
        record DnsError(DnsErrorPayload value) implements ErrorCode {
        }

        /**
         * It is not known where to send the request.
         */
        record DestinationNotFound() implements ErrorCode {
        }

        /**
         * The server cannot be reached at present.
         */
        record DestinationUnavailable() implements ErrorCode {
        }

        /**
         * The server's address is one that may not be used.
         */
        record DestinationIpProhibited() implements ErrorCode {
        }

        /**
         * No way leads to the server's address.
         */
        record DestinationIpUnroutable() implements ErrorCode {
        }

        /**
         * The server does not accept the connection.
         */
        record ConnectionRefused() implements ErrorCode {
        }

        /**
         * The connection was closed too soon.
         */
        record ConnectionTerminated() implements ErrorCode {
        }

        /**
         * Connecting took too long.
         */
        record ConnectionTimeout() implements ErrorCode {
        }

        /**
         * Nothing came over the connection for too long.
         */
        record ConnectionReadTimeout() implements ErrorCode {
        }

        /**
         * Nothing could be sent over the connection for too long.
         */
        record ConnectionWriteTimeout() implements ErrorCode {
        }

        /**
         * There are too many connections.
         */
        record ConnectionLimitReached() implements ErrorCode {
        }

        /**
         * TLS failed.
         */
        record TlsProtocolError() implements ErrorCode {
        }

        /**
         * The server's certificate is not accepted.
         */
        record TlsCertificateError() implements ErrorCode {
        }

        /**
         * The server sent a TLS alert.
         */
        record TlsAlertReceived(TlsAlertReceivedPayload value) implements ErrorCode {
        }

        /**
         * The request is forbidden by a rule.
         */
        record HttpRequestDenied() implements ErrorCode {
        }

        /**
         * The request must say how long its body is.
         */
        record HttpRequestLengthRequired() implements ErrorCode {
        }

        /**
         * The request's body is too large, with its size where that is known.
         */
        record HttpRequestBodySize(Optional<Long> value) implements ErrorCode {
        }

        /**
         * The method is not valid.
         */
        record HttpRequestMethodInvalid() implements ErrorCode {
        }

        /**
         * The address is not valid.
         */
        record HttpRequestUriInvalid() implements ErrorCode {
        }

        /**
         * The address is too long.
         */
        record HttpRequestUriTooLong() implements ErrorCode {
        }

        /**
         * The request's headers together are too large, with their size where that is known.
         */
        record HttpRequestHeaderSectionSize(Optional<Long> value) implements ErrorCode {
        }

        /**
         * One of the request's headers is too large.
         */
        record HttpRequestHeaderSize(Optional<FieldSizePayload> value) implements ErrorCode {
        }

        /**
         * The request's trailers together are too large, with their size where that is known.
         */
        record HttpRequestTrailerSectionSize(Optional<Long> value) implements ErrorCode {
        }

        /**
         * One of the request's trailers is too large.
         */
        record HttpRequestTrailerSize(FieldSizePayload value) implements ErrorCode {
        }

        /**
         * The response ended too soon.
         */
        record HttpResponseIncomplete() implements ErrorCode {
        }

        /**
         * The response's headers together are too large, with their size where that is known.
         */
        record HttpResponseHeaderSectionSize(Optional<Long> value) implements ErrorCode {
        }

        /**
         * One of the response's headers is too large.
         */
        record HttpResponseHeaderSize(FieldSizePayload value) implements ErrorCode {
        }

        /**
         * The response's body is too large, with its size where that is known.
         */
        record HttpResponseBodySize(Optional<Long> value) implements ErrorCode {
        }

        /**
         * The response's trailers together are too large, with their size where that is known.
         */
        record HttpResponseTrailerSectionSize(Optional<Long> value) implements ErrorCode {
        }

        /**
         * One of the response's trailers is too large.
         */
        record HttpResponseTrailerSize(FieldSizePayload value) implements ErrorCode {
        }

        /**
         * The response's transfer coding cannot be undone, with its name where that is known.
         */
        record HttpResponseTransferCoding(Optional<String> value) implements ErrorCode {
        }

        /**
         * The response's content coding cannot be undone, with its name where that is known.
         */
        record HttpResponseContentCoding(Optional<String> value) implements ErrorCode {
        }

        /**
         * The response took too long.
         */
        record HttpResponseTimeout() implements ErrorCode {
        }

        /**
         * The change to another protocol failed.
         */
        record HttpUpgradeFailed() implements ErrorCode {
        }

        /**
         * HTTP's own rules were broken.
         */
        record HttpProtocolError() implements ErrorCode {
        }

        /**
         * The request came round to where it had been.
         */
        record LoopDetected() implements ErrorCode {
        }

        /**
         * The host is set up wrongly.
         */
        record ConfigurationError() implements ErrorCode {
        }

        /**
         * Anything else, with a text where there is one. Programs must not interpret it.
         */
        record InternalError(Optional<String> value) implements ErrorCode {
        }
    }

    /**
     * What is known of a field that is too large.
     *
     * @param fieldName Its name.
     * @param fieldSize Its size in bytes.
     * @since 0.2.0
     */
    record FieldSizePayload(Optional<String> fieldName, Optional<Long> fieldSize) {
    }

    /**
     * Headers or trailers: names, each with one or more values. They are immutable where they belong to a request or
     * response already.
     *
     * @since 0.2.0
     */
    interface Fields extends AutoCloseable {
        /**
         * All values of a name; none if it is not there or not valid.
         *
         * @since 0.2.0
         */
        List<byte[]> get(String name);

        /**
         * Whether the name is there.
         *
         * @since 0.2.0
         */
        boolean has(String name);

        /**
         * Replaces all values of a name.
         *
         * @since 0.2.0
         */
        void set(String name, List<byte[]> value) throws HeaderErrorException;

        /**
         * Removes a name with all its values, if it is there.
         *
         * @since 0.2.0
         */
        void delete(String name) throws HeaderErrorException;

        /**
         * Adds a value to those that a name has.
         *
         * @since 0.2.0
         */
        void append(String name, byte[] value) throws HeaderErrorException;

        /**
         * All names and values in their order, as {@code from-list} takes them.
         *
         * @since 0.2.0
         */
        List<Tuple2<String, byte[]>> entries();

        /**
         * A copy, which can be changed.
         *
         * @since 0.2.0
         */
        Fields clone_();

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }

    /**
     * A response that will come.
     *
     * @since 0.2.0
     */
    interface FutureIncomingResponse extends AutoCloseable {
        /**
         * An event that is ready when the response or an error has come. Drop it before this.
         *
         * @since 0.2.0
         */
        Poll.Pollable subscribe();

        /**
         * Nothing while it has not come. Then, once only, the response, or why there is none; later calls give the outer
         * error.
         *
         * @since 0.2.0
         */
        Optional<Result<Result<IncomingResponse, ErrorCode>, Void>> get();

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }

    /**
     * Trailers that will come.
     *
     * @since 0.2.0
     */
    interface FutureTrailers extends AutoCloseable {
        /**
         * An event that is ready when the trailers or an error have come. Drop it before this.
         *
         * @since 0.2.0
         */
        Poll.Pollable subscribe();

        /**
         * Nothing while they have not come. Then, once only, the trailers if there are any, or why they failed; later
         * calls give the outer error.
         *
         * @since 0.2.0
         */
        Optional<Result<Result<Optional<Fields>, ErrorCode>, Void>> get();

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }

    /**
     * Why fields could not be changed.
     *
     * @since 0.2.0
     */
    sealed interface HeaderError {
        /**
         * A name or value is not valid in HTTP.
         */
        record InvalidSyntax() implements HeaderError {
        }

        /**
         * This field may not be set by a component.
         */
        record Forbidden() implements HeaderError {
        }

        /**
         * These fields may only be read.
         */
        record Immutable() implements HeaderError {
        }
    }

    /**
     * A body that is received: its bytes first, then its trailers.
     *
     * @since 0.2.0
     */
    interface IncomingBody extends AutoCloseable {
        /**
         * Its bytes. Succeeds once only; drop the stream before the body.
         *
         * @since 0.2.0
         */
        Streams.InputStream stream() throws ResultException;

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }

    /**
     * A request that was received.
     *
     * @since 0.2.0
     */
    interface IncomingRequest extends AutoCloseable {
        /**
         * Its method.
         *
         * @since 0.2.0
         */
        Method method();

        /**
         * Path and query of its address.
         *
         * @since 0.2.0
         */
        Optional<String> pathWithQuery();

        /**
         * The scheme of its address, if it is known.
         *
         * @since 0.2.0
         */
        Optional<Scheme> scheme();

        /**
         * Host and port of its address, if it has them.
         *
         * @since 0.2.0
         */
        Optional<String> authority();

        /**
         * Its headers, which cannot be changed. Drop them before the request.
         *
         * @since 0.2.0
         */
        Fields headers();

        /**
         * Its body. Succeeds once only.
         *
         * @since 0.2.0
         */
        IncomingBody consume() throws ResultException;

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }

    /**
     * A response that was received.
     *
     * @since 0.2.0
     */
    interface IncomingResponse extends AutoCloseable {
        /**
         * Its status.
         *
         * @since 0.2.0
         */
        int status();

        /**
         * Its headers, which cannot be changed. Drop them before the response.
         *
         * @since 0.2.0
         */
        Fields headers();

        /**
         * Its body. Succeeds once only.
         *
         * @since 0.2.0
         */
        IncomingBody consume() throws ResultException;

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }

    /**
     * What a request asks for.
     *
     * @since 0.2.0
     */
    sealed interface Method {
        /**
         * {@code GET}.
         */
        record Get() implements Method {
        }

        /**
         * {@code HEAD}.
         */
        record Head() implements Method {
        }

        /**
         * {@code POST}.
         */
        record Post() implements Method {
        }

        /**
         * {@code PUT}.
         */
        record Put() implements Method {
        }

        /**
         * {@code DELETE}.
         */
        record Delete() implements Method {
        }

        /**
         * {@code CONNECT}.
         */
        record Connect() implements Method {
        }

        /**
         * {@code OPTIONS}.
         */
        record Options() implements Method {
        }

        /**
         * {@code TRACE}.
         */
        record Trace() implements Method {
        }

        /**
         * {@code PATCH}.
         */
        record Patch() implements Method {
        }

        /**
         * Any other method, by its name.
         */
        record Other(String value) implements Method {
        }
    }

    /**
     * A body that is sent. Dropped without {@code finish} it counts as broken off, which the other side gets to see.
     *
     * @since 0.2.0
     */
    interface OutgoingBody extends AutoCloseable {
        /**
         * A stream for its bytes. Succeeds once only; drop the stream before {@code finish}.
         *
         * @since 0.2.0
         */
        Streams.OutputStream write() throws ResultException;

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }

    /**
     * A request to be sent. Whether its parts fit together is found out when it is handed over.
     *
     * @since 0.2.0
     */
    interface OutgoingRequest extends AutoCloseable {
        /**
         * Its body, to be written. Succeeds once only.
         *
         * @since 0.2.0
         */
        OutgoingBody body() throws ResultException;

        /**
         * Its method.
         *
         * @since 0.2.0
         */
        Method method();

        /**
         * Sets the method; fails if its name is not valid.
         *
         * @since 0.2.0
         */
        void setMethod(Method method) throws ResultException;

        /**
         * Path and query of its address; nothing stands for empty ones.
         *
         * @since 0.2.0
         */
        Optional<String> pathWithQuery();

        /**
         * Sets path and query; fails if they are not valid.
         *
         * @since 0.2.0
         */
        void setPathWithQuery(Optional<String> pathWithQuery) throws ResultException;

        /**
         * The scheme of its address; nothing leaves it to the host.
         *
         * @since 0.2.0
         */
        Optional<Scheme> scheme();

        /**
         * Sets the scheme; fails if its name is not valid.
         *
         * @since 0.2.0
         */
        void setScheme(Optional<Scheme> scheme) throws ResultException;

        /**
         * Host and port of its address.
         *
         * @since 0.2.0
         */
        Optional<String> authority();

        /**
         * Sets host and port; fails if they are not valid. HTTP needs them.
         *
         * @since 0.2.0
         */
        void setAuthority(Optional<String> authority) throws ResultException;

        /**
         * Its headers, which cannot be changed. Drop them before the request.
         *
         * @since 0.2.0
         */
        Fields headers();

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }

    /**
     * A response to be sent.
     *
     * @since 0.2.0
     */
    interface OutgoingResponse extends AutoCloseable {
        /**
         * Its status.
         *
         * @since 0.2.0
         */
        int statusCode();

        /**
         * Sets the status; fails if it is none of HTTP's.
         *
         * @since 0.2.0
         */
        void setStatusCode(int statusCode) throws ResultException;

        /**
         * Its headers, which cannot be changed. Drop them before the response.
         *
         * @since 0.2.0
         */
        Fields headers();

        /**
         * Its body, to be written. Succeeds once only.
         *
         * @since 0.2.0
         */
        OutgoingBody body() throws ResultException;

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }

    /**
     * How long the parts of a request may take.
     *
     * @since 0.2.0
     */
    interface RequestOptions extends AutoCloseable {
        /**
         * How long connecting may take.
         *
         * @since 0.2.0
         */
        Optional<Long> connectTimeout();

        /**
         * Sets how long connecting may take; fails if the host cannot limit it.
         *
         * @since 0.2.0
         */
        void setConnectTimeout(Optional<Long> duration) throws ResultException;

        /**
         * How long the response's first byte may take.
         *
         * @since 0.2.0
         */
        Optional<Long> firstByteTimeout();

        /**
         * Sets how long the response's first byte may take; fails if the host cannot limit it.
         *
         * @since 0.2.0
         */
        void setFirstByteTimeout(Optional<Long> duration) throws ResultException;

        /**
         * How long the pause between two parts of the response's body may be.
         *
         * @since 0.2.0
         */
        Optional<Long> betweenBytesTimeout();

        /**
         * Sets how long the pause between two parts of the response's body may be; fails if the host cannot limit it.
         *
         * @since 0.2.0
         */
        void setBetweenBytesTimeout(Optional<Long> duration) throws ResultException;

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }

    /**
     * Takes the response to one request.
     *
     * @since 0.2.0
     */
    interface ResponseOutparam extends AutoCloseable {
        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }

    /**
     * The scheme of an address.
     *
     * @since 0.2.0
     */
    sealed interface Scheme {
        /**
         * {@code http}.
         */
        record Http() implements Scheme {
        }

        /**
         * {@code https}.
         */
        record Https() implements Scheme {
        }

        /**
         * Any other scheme, by its name.
         */
        record Other(String value) implements Scheme {
        }
    }

    /**
     * The failure of a function, with its error.
     */
    final class ErrorCodeException extends Exception {
        private static final long serialVersionUID = 1;

        private final transient ErrorCode error;

        /**
         * A failure with this error.
         */
        public ErrorCodeException(ErrorCode error) {
            super(String.valueOf(error));
            this.error = error;
        }

        /**
         * The error.
         */
        public ErrorCode error() {
            return error;
        }
    }

    /**
     * The failure of a function, with its error.
     */
    final class HeaderErrorException extends Exception {
        private static final long serialVersionUID = 1;

        private final transient HeaderError error;

        /**
         * A failure with this error.
         */
        public HeaderErrorException(HeaderError error) {
            super(String.valueOf(error));
            this.error = error;
        }

        /**
         * The error.
         */
        public HeaderError error() {
            return error;
        }
    }
}
