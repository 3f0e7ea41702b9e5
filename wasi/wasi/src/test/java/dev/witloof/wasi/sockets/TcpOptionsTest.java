package dev.witloof.wasi.sockets;

import static dev.witloof.wasi.sockets.Nets.accept;
import static dev.witloof.wasi.sockets.Nets.error;
import static dev.witloof.wasi.sockets.Nets.port;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.wasi.sockets.Network.ErrorCode;
import dev.witloof.wasi.sockets.Network.IpAddressFamily;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TcpOptionsTest {

    private static final IpAddressFamily IPV4 = IpAddressFamily.IPV4;

    private final Nets nets = Nets.of("loopback");

    @AfterEach
    void close() {
        nets.close();
    }

    @Test
    void optionsAreTheSystems() throws Exception {
        Tcp.TcpSocket socket = nets.tcp(IPV4);
        assertThat(socket.keepAliveEnabled()).isFalse();
        socket.setKeepAliveEnabled(true);
        assertThat(socket.keepAliveEnabled()).isTrue();
        socket.setKeepAliveIdleTime(1);
        assertThat(socket.keepAliveIdleTime()).isEqualTo(1_000_000_000);
        socket.setKeepAliveIdleTime(1_000_000_001);
        assertThat(socket.keepAliveIdleTime()).isEqualTo(2_000_000_000);
        socket.setKeepAliveInterval(-1);
        assertThat(socket.keepAliveInterval()).isEqualTo(32_767_000_000_000L);
        socket.setKeepAliveCount(4_000_000_000L);
        assertThat(socket.keepAliveCount()).isEqualTo(127);
        socket.setReceiveBufferSize(10_000);
        assertThat(socket.receiveBufferSize()).isGreaterThanOrEqualTo(10_000);
        socket.setSendBufferSize(-1);
        assertThat(socket.sendBufferSize()).isPositive();
        for (Nets.Call call : List.<Nets.Call>of(
                () -> socket.setKeepAliveIdleTime(0),
                () -> socket.setKeepAliveInterval(0),
                () -> socket.setKeepAliveCount(0),
                () -> socket.setReceiveBufferSize(0),
                () -> socket.setSendBufferSize(0),
                () -> socket.setHopLimit(0),
                () -> socket.setListenBacklogSize(0))) {
            assertThat(error(call)).isEqualTo(ErrorCode.INVALID_ARGUMENT);
        }
        assertThat(error(() -> socket.setHopLimit(64))).isEqualTo(ErrorCode.NOT_SUPPORTED);
        assertThat(error(socket::hopLimit)).isEqualTo(ErrorCode.NOT_SUPPORTED);
    }

    @Test
    void acceptedConnectionsInheritOptions() throws Exception {
        Tcp.TcpSocket listener = nets.bound(IPV4);
        listener.setListenBacklogSize(-1);
        listener.setKeepAliveEnabled(true);
        listener.setReceiveBufferSize(20_000);
        listener.startListen();
        listener.finishListen();
        assertThat(error(() -> listener.setListenBacklogSize(5))).isEqualTo(ErrorCode.NOT_SUPPORTED);
        assertThat(listener.keepAliveEnabled()).isTrue();
        listener.setKeepAliveIdleTime(30_000_000_000L);
        assertThat(listener.keepAliveIdleTime()).isEqualTo(30_000_000_000L);
        listener.setSendBufferSize(30_000);
        nets.connect(IPV4, port(listener.localAddress()));
        Tcp.TcpSocket accepted = accept(listener).socket();
        assertThat(accepted.keepAliveEnabled()).isTrue();
        assertThat(accepted.keepAliveIdleTime()).isEqualTo(30_000_000_000L);
        assertThat(accepted.receiveBufferSize()).isGreaterThanOrEqualTo(20_000);
        assertThat(accepted.sendBufferSize()).isGreaterThanOrEqualTo(30_000);
        assertThat(error(() -> accepted.setListenBacklogSize(5))).isEqualTo(ErrorCode.INVALID_STATE);
    }
}
