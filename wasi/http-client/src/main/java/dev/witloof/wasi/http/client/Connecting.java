package dev.witloof.wasi.http.client;

import dev.witloof.wasi.http.HttpFailureException;
import dev.witloof.wasi.http.Types.ErrorCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.CancelledKeyException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.nio.command.RequestExecutionCommand;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.StrictConnPool;
import org.apache.hc.core5.reactor.Command;
import org.apache.hc.core5.reactor.ConnectionInitiator;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.ProtocolIOSession;
import org.apache.hc.core5.util.Timeout;

/**
 * The way from a request to a connection: a place in the pool; if that has no connection, the addresses of the host, each of
 * which is checked; a connection to one of those; TLS. Whichever thread ends a step begins the next. None of them waits but the
 * look-up, in a thread of its own.
 *
 * @param settings what is allowed, and who tells addresses
 * @param pool has the places
 * @param network makes connections
 * @param tls speaks TLS
 * @param lookups has the threads for look-ups
 */
record Connecting(
        ClientSettings settings,
        StrictConnPool<Destination, IOSession> pool,
        ConnectionInitiator network,
        TlsStrategy tls,
        Executor lookups) {

    /** Goes on with a result, and with whatever goes wrong. */
    private record Then<T>(Consumer<T> next, Consumer<Exception> wrong) implements FutureCallback<T> {

        @Override
        public void completed(T result) {
            next.accept(result);
        }

        @Override
        public void failed(Exception failure) {
            wrong.accept(failure);
        }

        /** Only an exchange that is over cancels anything. */
        @Override
        public void cancelled() {}
    }

    /** Begins the way, or begins it anew. */
    void begin(Exchange exchange) {
        if (!exchange.step(Exchange.Step.WAITING)) {
            return;
        }
        Timeout idle = Timeout.of(settings.idleTimeout());
        try {
            Future<?> place = pool.lease(
                    exchange.destination(),
                    null,
                    Timeout.DISABLED,
                    new Then<>(found -> placed(exchange, new Lease(pool, found, idle)), wrong(exchange)));
            exchange.cancelBy(Exchange.Step.WAITING, () -> {
                place.cancel(false);
                pool.validatePendingRequests();
            });
        } catch (IllegalStateException closed) {
            exchange.fail(Client.closed(closed));
        }
    }

    private static Consumer<Exception> wrong(Exchange exchange) {
        return failure -> exchange.fail(Failures.connecting(failure));
    }

    private void placed(Exchange exchange, Lease place) {
        if (!exchange.take(place)) {
            place.keep();
            return;
        }
        IOSession connection = place.connection();
        if (connection != null) {
            execute(exchange, place, connection, true);
        } else if (exchange.step(Exchange.Step.LOOKING_UP)) {
            try {
                lookups.execute(() -> lookUp(exchange, place));
            } catch (RejectedExecutionException closed) {
                exchange.fail(Client.closed(closed));
            }
        }
    }

    private void lookUp(Exchange exchange, Lease place) {
        try {
            if (!exchange.isOver()) {
                connect(exchange, place, addresses(exchange.destination()), 0);
            }
        } catch (IOException | RuntimeException failure) {
            exchange.fail(Failures.connecting(failure));
        }
    }

    /** Those of a destination that may be connected to. It is looked up once, so that what is checked is what is used. */
    private List<InetAddress> addresses(Destination destination) throws IOException {
        InetAddress literal = destination.address();
        List<InetAddress> all = literal != null ? List.of(literal) : lookUp(destination.host());
        if (all.isEmpty()) {
            throw new UnknownHostException(destination.host());
        }
        List<InetAddress> allowed = all.stream()
                .filter(address -> settings.rules().allows(destination, address))
                .toList();
        if (allowed.isEmpty()) {
            throw new HttpFailureException(new ErrorCode.DestinationIpProhibited());
        }
        return allowed;
    }

    private List<InetAddress> lookUp(String host) throws UnknownHostException {
        NameLookup given = settings.lookup();
        return given == null ? List.of(InetAddress.getAllByName(host)) : given.lookUp(host);
    }

    /** Each address but the last may only take its share of the time. */
    private void connect(Exchange exchange, Lease place, List<InetAddress> addresses, int index) {
        if (!exchange.step(Exchange.Step.CONNECTING)) {
            return;
        }
        int others = addresses.size() - index - 1;
        Timeout most = others == 0
                ? Timeout.DISABLED
                : Timeout.ofMilliseconds(1 + exchange.nanosToConnect() / 1_000_000 / (others + 1));
        Destination destination = exchange.destination();
        Future<IOSession> connection = network.connect(
                destination,
                new InetSocketAddress(addresses.get(index), destination.port()),
                null,
                most,
                null,
                new Then<>(
                        made -> connected(exchange, place, made),
                        others == 0 ? wrong(exchange) : failure -> connect(exchange, place, addresses, index + 1)));
        if (!exchange.cancelBy(Exchange.Step.CONNECTING, () -> connection.cancel(true)) && exchange.isOver()) {
            connection.cancel(true);
        }
    }

    private void connected(Exchange exchange, Lease place, IOSession connection) {
        if (!place.assign(connection)) {
            connection.close(CloseMode.IMMEDIATE);
            return;
        }
        try {
            if (exchange.destination().isEncrypted()) {
                tls.upgrade((ProtocolIOSession) connection, exchange.destination(), null, null, null);
            }
            execute(exchange, place, connection, false);
        } catch (RuntimeException failure) {
            exchange.fail(Failures.connecting(failure));
        }
    }

    /** What is to be done waits for the end of TLS's handshake. */
    private void execute(Exchange exchange, Lease place, IOSession connection, boolean reused) {
        ExchangeHandler handler = new ExchangeHandler(this, exchange, place, connection, reused);
        boolean open;
        try {
            connection.enqueue(
                    new RequestExecutionCommand(handler, null, HttpCoreContext.create()), Command.Priority.NORMAL);
            open = connection.isOpen();
        } catch (CancelledKeyException closed) {
            open = false;
        }
        // Where it has begun, the connection itself tells of its end.
        if (!open && !handler.hasBegun()) {
            handler.failed(new ConnectionClosedException());
            handler.releaseResources();
        }
    }
}
