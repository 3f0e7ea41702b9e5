package dev.witloof.wasi.http;

import dev.witloof.wasi.http.Types.ErrorCode;
import dev.witloof.wasi.io.IoError;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * The codes of {@code wasi:http}: what they are called, which status a client gets where one takes the place of a response, and
 * which code an exception of Java's stands for.
 *
 * @see <a href="https://www.iana.org/assignments/http-proxy-status/http-proxy-status.xhtml#table-http-proxy-error-types">HTTP
 *     Proxy Error Types</a>, which recommends the statuses
 */
final class ErrorCodes {

    private static final Map<Class<? extends ErrorCode>, ErrorCodes> ALL = new LinkedHashMap<>();

    static {
        add("DNS-timeout", ErrorCode.DnsTimeout.class, 504);
        add("DNS-error", ErrorCode.DnsError.class, 502);
        add("destination-not-found", ErrorCode.DestinationNotFound.class, 500);
        add("destination-unavailable", ErrorCode.DestinationUnavailable.class, 503);
        add("destination-IP-prohibited", ErrorCode.DestinationIpProhibited.class, 502);
        add("destination-IP-unroutable", ErrorCode.DestinationIpUnroutable.class, 502);
        add("connection-refused", ErrorCode.ConnectionRefused.class, 502);
        add("connection-terminated", ErrorCode.ConnectionTerminated.class, 502);
        add("connection-timeout", ErrorCode.ConnectionTimeout.class, 504);
        add("connection-read-timeout", ErrorCode.ConnectionReadTimeout.class, 504);
        add("connection-write-timeout", ErrorCode.ConnectionWriteTimeout.class, 504);
        add("connection-limit-reached", ErrorCode.ConnectionLimitReached.class, 503);
        add("TLS-protocol-error", ErrorCode.TlsProtocolError.class, 502);
        add("TLS-certificate-error", ErrorCode.TlsCertificateError.class, 502);
        add("TLS-alert-received", ErrorCode.TlsAlertReceived.class, 502);
        add("HTTP-request-denied", ErrorCode.HttpRequestDenied.class, 403);
        add("HTTP-request-length-required", ErrorCode.HttpRequestLengthRequired.class, 411);
        add("HTTP-request-body-size", ErrorCode.HttpRequestBodySize.class, 413);
        add("HTTP-request-method-invalid", ErrorCode.HttpRequestMethodInvalid.class, 400);
        add("HTTP-request-URI-invalid", ErrorCode.HttpRequestUriInvalid.class, 400);
        add("HTTP-request-URI-too-long", ErrorCode.HttpRequestUriTooLong.class, 414);
        add("HTTP-request-header-section-size", ErrorCode.HttpRequestHeaderSectionSize.class, 431);
        add("HTTP-request-header-size", ErrorCode.HttpRequestHeaderSize.class, 431);
        add("HTTP-request-trailer-section-size", ErrorCode.HttpRequestTrailerSectionSize.class, 431);
        add("HTTP-request-trailer-size", ErrorCode.HttpRequestTrailerSize.class, 431);
        add("HTTP-response-incomplete", ErrorCode.HttpResponseIncomplete.class, 502);
        add("HTTP-response-header-section-size", ErrorCode.HttpResponseHeaderSectionSize.class, 502);
        add("HTTP-response-header-size", ErrorCode.HttpResponseHeaderSize.class, 502);
        add("HTTP-response-body-size", ErrorCode.HttpResponseBodySize.class, 502);
        add("HTTP-response-trailer-section-size", ErrorCode.HttpResponseTrailerSectionSize.class, 502);
        add("HTTP-response-trailer-size", ErrorCode.HttpResponseTrailerSize.class, 502);
        add("HTTP-response-transfer-coding", ErrorCode.HttpResponseTransferCoding.class, 502);
        add("HTTP-response-content-coding", ErrorCode.HttpResponseContentCoding.class, 502);
        add("HTTP-response-timeout", ErrorCode.HttpResponseTimeout.class, 504);
        add("HTTP-upgrade-failed", ErrorCode.HttpUpgradeFailed.class, 502);
        add("HTTP-protocol-error", ErrorCode.HttpProtocolError.class, 502);
        add("loop-detected", ErrorCode.LoopDetected.class, 502);
        add("configuration-error", ErrorCode.ConfigurationError.class, 500);
        add("internal-error", ErrorCode.InternalError.class, 500);
    }

    private final String name;
    private final int status;

    private ErrorCodes(String name, int status) {
        this.name = name;
        this.status = status;
    }

    private static void add(String name, Class<? extends ErrorCode> type, int status) {
        ALL.put(type, new ErrorCodes(name, status));
    }

    /** Its case, as WIT has it. */
    static String name(ErrorCode code) {
        return Objects.requireNonNull(ALL.get(code.getClass())).name;
    }

    /** The status that says it to a client. */
    static int status(ErrorCode code) {
        return Objects.requireNonNull(ALL.get(code.getClass())).status;
    }

    /** What is known of a failure that comes without a code. */
    static ErrorCode of(IOException failure) {
        if (failure instanceof UnknownHostException) {
            return new ErrorCode.DnsError(new Types.DnsErrorPayload(Optional.empty(), Optional.empty()));
        }
        if (failure instanceof SocketTimeoutException) {
            return new ErrorCode.ConnectionReadTimeout();
        }
        if (failure instanceof ConnectException) {
            return new ErrorCode.ConnectionRefused();
        }
        if (failure instanceof NoRouteToHostException) {
            return new ErrorCode.DestinationIpUnroutable();
        }
        if (failure instanceof SSLException tls) {
            return tls(tls);
        }
        if (failure instanceof ProtocolException) {
            return new ErrorCode.HttpProtocolError();
        }
        if (failure instanceof EOFException
                || failure instanceof ClosedChannelException
                || failure instanceof SocketException) {
            return new ErrorCode.ConnectionTerminated();
        }
        return new ErrorCode.InternalError(Optional.of(IoError.of(failure).toString()));
    }

    private static ErrorCode tls(SSLException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return new ErrorCode.TlsCertificateError();
            }
        }
        return failure instanceof SSLPeerUnverifiedException
                ? new ErrorCode.TlsCertificateError()
                : new ErrorCode.TlsProtocolError();
    }
}
