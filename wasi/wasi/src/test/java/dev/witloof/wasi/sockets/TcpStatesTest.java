package dev.witloof.wasi.sockets;

import static dev.witloof.wasi.sockets.Nets.at;
import static dev.witloof.wasi.sockets.Nets.port;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.wasi.sockets.Network.ErrorCode;
import dev.witloof.wasi.sockets.Network.ErrorCodeException;
import dev.witloof.wasi.sockets.Network.IpAddressFamily;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random sequences of calls against the table of states that the interface's documentation has. */
@Timeout(60)
class TcpStatesTest {

    private static final Set<TcpState> BOUND_OR_HIGHER = EnumSet.of(
            TcpState.BOUND,
            TcpState.LISTEN_IN_PROGRESS,
            TcpState.LISTENING,
            TcpState.CONNECT_IN_PROGRESS,
            TcpState.CONNECTED);

    private final Nets nets = Nets.of("loopback");

    @AfterEach
    void close() {
        nets.close();
    }

    /** What a call must answer in a state, {@code null} for success, and where that leads. */
    private record Expected(ErrorCode error, TcpState after) {}

    private enum Operation {
        START_BIND,
        START_BIND_WRONGLY,
        FINISH_BIND,
        START_CONNECT,
        START_CONNECT_WRONGLY,
        FINISH_CONNECT,
        START_LISTEN,
        FINISH_LISTEN,
        ACCEPT,
        LOCAL_ADDRESS,
        REMOTE_ADDRESS,
        SET_BACKLOG,
        KEEP_ALIVE,
        SHUTDOWN,
        READY;

        Expected in(TcpState state) {
            return switch (this) {
                case START_BIND -> start(state, TcpState.BIND_IN_PROGRESS, EnumSet.of(TcpState.UNBOUND));
                case START_BIND_WRONGLY -> {
                    Expected start = START_BIND.in(state);
                    yield start.error() == null ? new Expected(ErrorCode.INVALID_ARGUMENT, state) : start;
                }
                case FINISH_BIND -> finish(state, TcpState.BIND_IN_PROGRESS, TcpState.BOUND);
                case START_CONNECT ->
                    start(state, TcpState.CONNECT_IN_PROGRESS, EnumSet.of(TcpState.UNBOUND, TcpState.BOUND));
                case START_CONNECT_WRONGLY -> {
                    Expected start = START_CONNECT.in(state);
                    yield start.error() == null ? new Expected(ErrorCode.INVALID_ARGUMENT, TcpState.CLOSED) : start;
                }
                case FINISH_CONNECT -> finish(state, TcpState.CONNECT_IN_PROGRESS, TcpState.CONNECTED);
                case START_LISTEN -> start(state, TcpState.LISTEN_IN_PROGRESS, EnumSet.of(TcpState.BOUND));
                case FINISH_LISTEN -> finish(state, TcpState.LISTEN_IN_PROGRESS, TcpState.LISTENING);
                case ACCEPT ->
                    new Expected(state == TcpState.LISTENING ? ErrorCode.WOULD_BLOCK : ErrorCode.INVALID_STATE, state);
                case LOCAL_ADDRESS -> only(state, BOUND_OR_HIGHER);
                case REMOTE_ADDRESS, SHUTDOWN -> only(state, EnumSet.of(TcpState.CONNECTED));
                case SET_BACKLOG ->
                    EnumSet.of(TcpState.LISTEN_IN_PROGRESS, TcpState.LISTENING).contains(state)
                            ? new Expected(ErrorCode.NOT_SUPPORTED, state)
                            : only(state, EnumSet.of(TcpState.UNBOUND, TcpState.BIND_IN_PROGRESS, TcpState.BOUND));
                case KEEP_ALIVE -> only(state, EnumSet.complementOf(EnumSet.of(TcpState.CLOSED)));
                case READY -> new Expected(null, state);
            };
        }

        private static Expected start(TcpState state, TcpState inProgress, Set<TcpState> from) {
            return from.contains(state) ? new Expected(null, inProgress) : new Expected(ErrorCode.INVALID_STATE, state);
        }

        private static Expected finish(TcpState state, TcpState inProgress, TcpState after) {
            return state == inProgress ? new Expected(null, after) : new Expected(ErrorCode.NOT_IN_PROGRESS, state);
        }

        private static Expected only(TcpState state, Set<TcpState> in) {
            return new Expected(in.contains(state) ? null : ErrorCode.INVALID_STATE, state);
        }
    }

    private void run(Operation operation, Tcp.TcpSocket socket, int server, TcpState state) throws ErrorCodeException {
        switch (operation) {
            case START_BIND -> socket.startBind(nets.network(), at("127.0.0.1", 0));
            case START_BIND_WRONGLY -> socket.startBind(nets.network(), at("::1", 0));
            case FINISH_BIND -> socket.finishBind();
            case START_CONNECT -> socket.startConnect(nets.network(), at("127.0.0.1", server));
            case START_CONNECT_WRONGLY -> socket.startConnect(nets.network(), at("127.0.0.1", 0));
            case FINISH_CONNECT -> {
                if (state == TcpState.CONNECT_IN_PROGRESS) {
                    socket.subscribe().block();
                }
                var streams = socket.finishConnect();
                streams.v0().close();
                streams.v1().close();
            }
            case START_LISTEN -> socket.startListen();
            case FINISH_LISTEN -> socket.finishListen();
            case ACCEPT -> socket.accept();
            case LOCAL_ADDRESS -> assertThat(port(socket.localAddress())).isPositive();
            case REMOTE_ADDRESS -> assertThat(port(socket.remoteAddress())).isEqualTo(server);
            case SET_BACKLOG -> socket.setListenBacklogSize(7);
            case KEEP_ALIVE -> {
                socket.setKeepAliveEnabled(true);
                assertThat(socket.keepAliveEnabled()).isTrue();
            }
            case SHUTDOWN -> socket.shutdown(Tcp.ShutdownType.BOTH);
            case READY -> {
                assertThat(socket.isListening()).isEqualTo(state == TcpState.LISTENING);
                if (state != TcpState.CONNECT_IN_PROGRESS) {
                    assertThat(socket.subscribe().ready()).isEqualTo(state != TcpState.LISTENING);
                }
            }
        }
    }

    @Test
    void everyCallAnswersAsItsStateSays() throws Exception {
        Random random = new Random(21);
        Tcp.TcpSocket listener = nets.listening(IpAddressFamily.IPV4);
        int server = port(listener.localAddress());
        Operation[] operations = Operation.values();
        Set<TcpState> seen = EnumSet.noneOf(TcpState.class);
        for (int sequence = 0; sequence < 400; sequence++) {
            Tcp.TcpSocket socket = nets.tcp(IpAddressFamily.IPV4);
            TcpState state = TcpState.UNBOUND;
            boolean bound = false;
            List<String> done = new ArrayList<>();
            for (int step = 0; step < 15; step++) {
                seen.add(state);
                Operation operation = operations[random.nextInt(operations.length)];
                Expected expected = operation.in(state);
                ErrorCode found = null;
                try {
                    run(operation, socket, server, state);
                } catch (ErrorCodeException e) {
                    found = e.error();
                }
                done.add(state + " " + operation);
                // Java tells the address of a socket that it bound itself once the connection is there.
                boolean untold = operation == Operation.LOCAL_ADDRESS
                        && state == TcpState.CONNECT_IN_PROGRESS
                        && !bound
                        && found == ErrorCode.INVALID_STATE;
                if (!untold) {
                    assertThat(found).as(done.toString()).isEqualTo(expected.error());
                }
                bound = bound || expected.after() == TcpState.BOUND;
                state = expected.after();
            }
            socket.close();
            while (listener.subscribe().ready()) {
                Nets.accept(listener).close();
            }
        }
        assertThat(seen).isEqualTo(EnumSet.allOf(TcpState.class));
        listener.close();
        assertThat(nets.given.sockets().count()).isZero();
    }
}
