package dev.witloof.wasi.sockets;

import static dev.witloof.wasi.sockets.Nets.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.TrapException;
import dev.witloof.wasi.sockets.Network.ErrorCode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Java throws, with the texts that systems have. */
class SocketErrorsTest {

    private static final Map<IOException, ErrorCode> CODES = new LinkedHashMap<>();

    static {
        CODES.put(new BindException("Address already in use"), ErrorCode.ADDRESS_IN_USE);
        CODES.put(new BindException("Address already in use: bind"), ErrorCode.ADDRESS_IN_USE);
        CODES.put(new BindException("Cannot assign requested address"), ErrorCode.ADDRESS_NOT_BINDABLE);
        CODES.put(new BindException("Can't assign requested address"), ErrorCode.ADDRESS_NOT_BINDABLE);
        CODES.put(new BindException("Permission denied"), ErrorCode.ACCESS_DENIED);
        CODES.put(new ConnectException("Cannot assign requested address"), ErrorCode.ADDRESS_IN_USE);
        CODES.put(new ConnectException("Connection refused"), ErrorCode.CONNECTION_REFUSED);
        CODES.put(new ConnectException("Connection refused: no further information"), ErrorCode.CONNECTION_REFUSED);
        CODES.put(new ConnectException("Connection timed out"), ErrorCode.TIMEOUT);
        CODES.put(new ConnectException("Operation timed out"), ErrorCode.TIMEOUT);
        CODES.put(new ConnectException("Network is unreachable"), ErrorCode.REMOTE_UNREACHABLE);
        CODES.put(new NoRouteToHostException("No route to host"), ErrorCode.REMOTE_UNREACHABLE);
        CODES.put(new NoRouteToHostException(), ErrorCode.REMOTE_UNREACHABLE);
        CODES.put(new SocketException("Network is unreachable"), ErrorCode.REMOTE_UNREACHABLE);
        CODES.put(new SocketException("Network is down"), ErrorCode.REMOTE_UNREACHABLE);
        CODES.put(new SocketException("Host is down"), ErrorCode.REMOTE_UNREACHABLE);
        CODES.put(new SocketException("Host is unreachable"), ErrorCode.REMOTE_UNREACHABLE);
        CODES.put(new SocketException("Machine is not on the network"), ErrorCode.REMOTE_UNREACHABLE);
        CODES.put(new SocketException("Network dropped connection on reset"), ErrorCode.REMOTE_UNREACHABLE);
        CODES.put(new SocketException("Connection reset"), ErrorCode.CONNECTION_RESET);
        CODES.put(new IOException("Connection reset by peer"), ErrorCode.CONNECTION_RESET);
        CODES.put(new IOException("Broken pipe"), ErrorCode.CONNECTION_RESET);
        CODES.put(new IOException("Software caused connection abort"), ErrorCode.CONNECTION_ABORTED);
        CODES.put(new PortUnreachableException(), ErrorCode.CONNECTION_REFUSED);
        CODES.put(new SocketTimeoutException("Read timed out"), ErrorCode.TIMEOUT);
        CODES.put(new SocketException("Message too long"), ErrorCode.DATAGRAM_TOO_LARGE);
        CODES.put(new SocketException("Too many open files"), ErrorCode.NEW_SOCKET_LIMIT);
        CODES.put(new IOException("Too many open files in system"), ErrorCode.NEW_SOCKET_LIMIT);
        CODES.put(new SocketException("Cannot allocate memory"), ErrorCode.OUT_OF_MEMORY);
        CODES.put(new SocketException("No buffer space available"), ErrorCode.OUT_OF_MEMORY);
        CODES.put(new SocketException("Operation not permitted"), ErrorCode.ACCESS_DENIED);
        CODES.put(new SocketException("Transport endpoint is not connected"), ErrorCode.INVALID_STATE);
        CODES.put(new SocketException("Address family not supported by protocol"), ErrorCode.NOT_SUPPORTED);
        CODES.put(new SocketException("Invalid argument"), ErrorCode.INVALID_ARGUMENT);
        CODES.put(new ClosedChannelException(), ErrorCode.INVALID_STATE);
        CODES.put(new SocketException("Adresse bereits in Verwendung"), ErrorCode.UNKNOWN);
        CODES.put(new SocketException(), ErrorCode.UNKNOWN);
    }

    @Test
    void eachFailureHasACode() {
        CODES.forEach((failure, code) -> assertThat(SocketErrors.error(failure).error())
                .as(failure.toString())
                .isEqualTo(code));
    }

    @Test
    void aFamilyThatTheSystemDoesNotHaveIsNotSupported() {
        assertThat(error(() -> SocketErrors.guest(() -> {
                    throw new UnsupportedOperationException("IPv6 not available");
                })))
                .isEqualTo(ErrorCode.NOT_SUPPORTED);
    }

    @Test
    void anInterruptIsATrap() {
        for (IOException interrupt : List.of(new ClosedByInterruptException(), new InterruptedIOException("x"))) {
            assertThatThrownBy(() -> SocketErrors.error(interrupt))
                    .isInstanceOf(TrapException.class)
                    .hasMessage("interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
