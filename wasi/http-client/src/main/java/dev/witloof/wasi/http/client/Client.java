package dev.witloof.wasi.http.client;

import dev.witloof.wasi.http.HttpExchange;
import dev.witloof.wasi.http.HttpFailureException;
import dev.witloof.wasi.http.HttpTransport;
import dev.witloof.wasi.http.RequestHead;
import dev.witloof.wasi.http.RequestTimeouts;
import dev.witloof.wasi.http.Types.ErrorCode;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.http.impl.nio.ClientHttp1IOEventHandler;
import org.apache.hc.core5.http.nio.ssl.BasicClientTlsStrategy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.pool.StrictConnPool;
import org.apache.hc.core5.reactor.DefaultConnectingIOReactor;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.util.TimeValue;

/**
 * Connections, and the threads that they need: one for all that is sent and received, and as many as {@value #LOOKUPS} for
 * look-ups, which end when they have nothing to do. They are there until it is closed.
 */
final class Client implements HttpTransport, AutoCloseable {

    private static final int LOOKUPS = 4;

    private final ClientSettings settings;
    private final StrictConnPool<Destination, IOSession> pool;
    private final DefaultConnectingIOReactor reactor;
    private final ThreadPoolExecutor lookups;
    private final Connecting connecting;

    private Client(ClientSettings settings, SSLContext tls) {
        this.settings = settings;
        pool = new StrictConnPool<>(
                settings.maximumConnectionsPerDestination(),
                settings.maximumConnections(),
                TimeValue.NEG_ONE_MILLISECOND,
                PoolReusePolicy.LIFO,
                null);
        ThreadFactory threads = new DefaultThreadFactory("witloof-http-client", true);
        reactor = new DefaultConnectingIOReactor(
                (connection, attachment) ->
                        new ClientHttp1IOEventHandler(Http1.on(connection, settings.maximumHeaderBytes())),
                IOReactorConfig.custom().setIoThreadCount(1).setTcpNoDelay(true).build(),
                threads,
                null,
                null,
                null,
                null);
        lookups = new ThreadPoolExecutor(LOOKUPS, LOOKUPS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        lookups.allowCoreThreadTimeOut(true);
        connecting = new Connecting(settings, pool, reactor, new BasicClientTlsStrategy(tls), lookups);
    }

    /** A client with these settings, and its I/O thread running. */
    static Client open(ClientSettings settings) throws NoSuchAlgorithmException {
        SSLContext given = settings.tls();
        Client client = new Client(settings, given == null ? SSLContext.getDefault() : given);
        client.reactor.start();
        return client;
    }

    static HttpFailureException closed(RuntimeException cause) {
        return new HttpFailureException(new ErrorCode.InternalError(Optional.of("the client is closed")), cause);
    }

    @Override
    public HttpExchange send(RequestHead request, RequestTimeouts timeouts) throws HttpFailureException {
        Destination destination = Destination.of(request);
        settings.rules().require(destination);
        if (request.method().equals("CONNECT")) {
            throw new HttpFailureException(new ErrorCode.HttpRequestDenied());
        }
        Exchange exchange = new Exchange(destination, request, TimeLimits.of(settings, timeouts));
        connecting.begin(exchange);
        return exchange;
    }

    @Override
    public void close() {
        lookups.shutdownNow();
        pool.close(CloseMode.IMMEDIATE);
        reactor.close(CloseMode.IMMEDIATE);
    }
}
