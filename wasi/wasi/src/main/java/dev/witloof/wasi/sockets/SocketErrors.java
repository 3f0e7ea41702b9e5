package dev.witloof.wasi.sockets;

import dev.witloof.error.TrapException;
import dev.witloof.wasi.sockets.Network.ErrorCode;
import dev.witloof.wasi.sockets.Network.ErrorCodeException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Java's exceptions as the codes of {@code wasi:sockets}. Where Java has no exception for an error of the system, only the
 * system's text is left, which is known in English; what it does not tell is {@code unknown}.
 */
final class SocketErrors {

    private static final Map<String, ErrorCode> TEXTS = texts();
    private static final Map<String, ErrorCode> RESOLVER_TEXTS = Map.of(
            "temporary failure", ErrorCode.TEMPORARY_RESOLVER_FAILURE,
            "try again", ErrorCode.TEMPORARY_RESOLVER_FAILURE,
            "timed out", ErrorCode.TEMPORARY_RESOLVER_FAILURE,
            "non-recoverable", ErrorCode.PERMANENT_RESOLVER_FAILURE);

    private SocketErrors() {}

    private static Map<String, ErrorCode> texts() {
        Map<String, ErrorCode> texts = new LinkedHashMap<>();
        texts.put("address already in use", ErrorCode.ADDRESS_IN_USE);
        texts.put("cannot assign requested address", ErrorCode.ADDRESS_NOT_BINDABLE);
        texts.put("can't assign requested address", ErrorCode.ADDRESS_NOT_BINDABLE);
        texts.put("permission denied", ErrorCode.ACCESS_DENIED);
        texts.put("operation not permitted", ErrorCode.ACCESS_DENIED);
        texts.put("connection refused", ErrorCode.CONNECTION_REFUSED);
        texts.put("connection reset", ErrorCode.CONNECTION_RESET);
        texts.put("broken pipe", ErrorCode.CONNECTION_RESET);
        texts.put("connection abort", ErrorCode.CONNECTION_ABORTED);
        texts.put("timed out", ErrorCode.TIMEOUT);
        texts.put("no route to host", ErrorCode.REMOTE_UNREACHABLE);
        texts.put("host is unreachable", ErrorCode.REMOTE_UNREACHABLE);
        texts.put("host is down", ErrorCode.REMOTE_UNREACHABLE);
        texts.put("network is unreachable", ErrorCode.REMOTE_UNREACHABLE);
        texts.put("network is down", ErrorCode.REMOTE_UNREACHABLE);
        texts.put("network dropped connection", ErrorCode.REMOTE_UNREACHABLE);
        texts.put("not on the network", ErrorCode.REMOTE_UNREACHABLE);
        texts.put("message too long", ErrorCode.DATAGRAM_TOO_LARGE);
        texts.put("too many open files", ErrorCode.NEW_SOCKET_LIMIT);
        texts.put("cannot allocate memory", ErrorCode.OUT_OF_MEMORY);
        texts.put("no buffer space", ErrorCode.OUT_OF_MEMORY);
        texts.put("not connected", ErrorCode.INVALID_STATE);
        texts.put("not supported", ErrorCode.NOT_SUPPORTED);
        texts.put("invalid argument", ErrorCode.INVALID_ARGUMENT);
        return texts;
    }

    /**
     * Something done with a socket.
     *
     * @param <T> what it returns
     */
    @FunctionalInterface
    interface Operation<T extends @Nullable Object> {
        T run() throws IOException;
    }

    /**
     * What an operation returns, or its failure as the guest's.
     *
     * @param <T> what it returns
     */
    static <T extends @Nullable Object> T guest(Operation<T> operation) throws ErrorCodeException {
        try {
            return operation.run();
        } catch (IOException failure) {
            throw error(failure);
        } catch (UnsupportedOperationException noSuchFamily) {
            throw error(ErrorCode.NOT_SUPPORTED);
        }
    }

    static ErrorCodeException error(ErrorCode code) {
        return new ErrorCodeException(code);
    }

    /**
     * The guest's error for what went wrong.
     *
     * @throws TrapException if the thread was interrupted, which is how a call is ended
     */
    static ErrorCodeException error(IOException failure) {
        if (failure instanceof ClosedByInterruptException
                || failure instanceof InterruptedIOException && !(failure instanceof SocketTimeoutException)) {
            Thread.currentThread().interrupt();
            throw new TrapException("interrupted", failure);
        }
        return error(code(failure));
    }

    private static ErrorCode code(IOException failure) {
        if (failure instanceof PortUnreachableException) {
            return ErrorCode.CONNECTION_REFUSED;
        }
        if (failure instanceof NoRouteToHostException) {
            return ErrorCode.REMOTE_UNREACHABLE;
        }
        if (failure instanceof SocketTimeoutException) {
            return ErrorCode.TIMEOUT;
        }
        if (failure instanceof ClosedChannelException) {
            return ErrorCode.INVALID_STATE;
        }
        ErrorCode code = ofText(failure.getMessage(), TEXTS, ErrorCode.UNKNOWN);
        // A connection binds to whatever address is free, so this says that none is.
        return failure instanceof ConnectException && code == ErrorCode.ADDRESS_NOT_BINDABLE
                ? ErrorCode.ADDRESS_IN_USE
                : code;
    }

    /** The code for a look-up that failed; Java says nothing but the name where it failed before. */
    static ErrorCode ofLookup(IOException failure) {
        return failure instanceof UnknownHostException
                ? ofText(failure.getMessage(), RESOLVER_TEXTS, ErrorCode.NAME_UNRESOLVABLE)
                : ErrorCode.TEMPORARY_RESOLVER_FAILURE;
    }

    private static ErrorCode ofText(@Nullable String text, Map<String, ErrorCode> texts, ErrorCode otherwise) {
        if (text != null) {
            String lower = text.toLowerCase(Locale.ROOT);
            for (Map.Entry<String, ErrorCode> each : texts.entrySet()) {
                if (lower.contains(each.getKey())) {
                    return each.getValue();
                }
            }
        }
        return otherwise;
    }
}
