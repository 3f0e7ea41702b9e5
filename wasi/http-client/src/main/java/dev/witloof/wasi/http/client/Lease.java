package dev.witloof.wasi.http.client;

import org.apache.hc.core5.http.HttpConnection;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolEntry;
import org.apache.hc.core5.pool.StrictConnPool;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/** A place in the pool that one request has, with or without a connection; it is given back once. Any thread may use it. */
final class Lease {

    private final StrictConnPool<Destination, IOSession> pool;
    private final PoolEntry<Destination, IOSession> place;
    private final TimeValue idle;
    private boolean ended;

    Lease(StrictConnPool<Destination, IOSession> pool, PoolEntry<Destination, IOSession> place, TimeValue idle) {
        this.pool = pool;
        this.place = place;
        this.idle = idle;
    }

    /** The connection, if there is one that its server has not closed. */
    @Nullable IOSession connection() {
        IOSession connection = place.getConnection();
        if (connection == null || isOpen(connection)) {
            return connection;
        }
        place.discardConnection(CloseMode.IMMEDIATE);
        return null;
    }

    private static boolean isOpen(IOSession connection) {
        return connection.isOpen()
                && connection.getHandler() instanceof HttpConnection protocol
                && protocol.isOpen();
    }

    /** Takes a new connection; false if the place was given back meanwhile. */
    synchronized boolean assign(IOSession connection) {
        if (!ended) {
            place.assignConnection(connection);
        }
        return !ended;
    }

    private synchronized boolean end() {
        boolean first = !ended;
        ended = true;
        return first;
    }

    /** Gives it back with its connection, if that is still open, for another request. */
    void keep() {
        if (end()) {
            boolean open = connection() != null;
            place.updateExpiry(idle);
            pool.release(place, open);
        }
    }

    /** Gives it back, and cuts the connection at once. */
    void discard() {
        if (end()) {
            place.discardConnection(CloseMode.IMMEDIATE);
            pool.release(place, false);
        }
    }
}
