package dev.witloof.cli;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.witloof.wasi.http.HttpService;
import dev.witloof.wasi.http.server.HttpServiceHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A component behind the JDK's server. It ends when the requests that are on the way have been answered. */
final class Served implements AutoCloseable {

    /** How long it may take to end what was cut. */
    private static final long CUT_SECONDS = 5;

    private final HttpServer server;
    private final ExecutorService threads;
    private final int graceSeconds;
    private final Object changed = new Object();
    private int onTheWay;
    private boolean ending;

    private Served(HttpServer server, int threads, Duration grace) {
        this.server = server;
        this.graceSeconds = Math.toIntExact(grace.toSeconds());
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "witloof-request-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Begins to answer.
     *
     * @param threads how many requests are answered at once
     * @param grace how long requests may go on once it is closed, in whole seconds
     * @throws IOException if the address is not to be had
     */
    static Served start(HttpService service, InetSocketAddress address, int threads, Duration grace)
            throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        Served served = new Served(server, threads, grace);
        server.setExecutor(served.threads);
        server.createContext("/", served.counted(HttpServiceHandler.of(service)));
        server.start();
        return served;
    }

    private HttpHandler counted(HttpHandler handler) {
        return exchange -> {
            synchronized (changed) {
                onTheWay++;
                if (ending) {
                    exchange.getResponseHeaders().set("Connection", "close");
                }
            }
            try {
                handler.handle(exchange);
            } finally {
                synchronized (changed) {
                    onTheWay--;
                    changed.notifyAll();
                }
            }
        };
    }

    /** The port, which the system chose if it was asked to. */
    int port() {
        return server.getAddress().getPort();
    }

    /** Takes no more connections, waits for the requests that are on the way, and cuts those that go on for too long. */
    @Override
    public void close() {
        // Some releases wait for all of this time although nothing is left to wait for, so nobody waits for them.
        Thread stopping = new Thread(() -> server.stop(graceSeconds + 1), "witloof-stopping");
        stopping.setDaemon(true);
        stopping.start();
        boolean interrupted = awaitNone();
        threads.shutdownNow();
        server.stop(0);
        // Guests that were cut end by the interrupt; what they use must not be closed before.
        interrupted |= awaitThreads();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitThreads() {
        try {
            threads.awaitTermination(CUT_SECONDS, TimeUnit.SECONDS);
            return false;
        } catch (InterruptedException impatient) {
            return true;
        }
    }

    private boolean awaitNone() {
        long end = System.nanoTime() + Duration.ofSeconds(graceSeconds).toNanos();
        synchronized (changed) {
            ending = true;
            try {
                for (long left = graceSeconds * 1000L; onTheWay > 0 && left > 0; ) {
                    changed.wait(left);
                    left = (end - System.nanoTime()) / 1_000_000;
                }
                return false;
            } catch (InterruptedException impatient) {
                return true;
            }
        }
    }
}
