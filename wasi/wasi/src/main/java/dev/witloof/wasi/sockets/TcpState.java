package dev.witloof.wasi.sockets;

/**
 * Where a TCP socket is between its making and its end.
 *
 * @see <a href="https://github.com/WebAssembly/wasi-sockets/blob/a967b289897091ad106069371ccb35c6c9f09391/TcpSocketOperationalSemantics.md#states">States</a>
 */
enum TcpState {
    UNBOUND,
    BIND_IN_PROGRESS,
    BOUND,
    LISTEN_IN_PROGRESS,
    LISTENING,
    CONNECT_IN_PROGRESS,
    CONNECTED,
    CLOSED
}
