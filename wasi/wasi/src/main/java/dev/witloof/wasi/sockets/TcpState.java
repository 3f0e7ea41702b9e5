package dev.witloof.wasi.sockets;

/**
 * Where a TCP socket is between its making and its end.
 *
 * @see <a href="https://github.com/WebAssembly/wasi-sockets/blob/a967b28ea19a9b2e0deb1d4a9a19add06c2aac0f/TcpSocketOperationalSemantics.md#states">States</a>
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
