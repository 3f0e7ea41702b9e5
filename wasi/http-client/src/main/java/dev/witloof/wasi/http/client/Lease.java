package dev.witloof.wasi.http.client;

import org.apache.hc.core5.http.HttpConnection;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolEntry;
import org.apache.hc.core5.pool.StrictConnPool;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** A place in the pool that one request has, with or without a connection; it is given back once. Any thread may use it. */
final class Lease {

    private final StrictConnPool<Destination, IOSession> pool;
    private final PoolEntry<Destination, IOSession> place;
    private final Timeout idle;
    private boolean ended;

    Lease(StrictConnPool<Destination, IOSession> pool, PoolEntry<Destination, IOSession> place, Timeout idle) {
        this.pool = pool;
        this.place = place;
        this.idle = idle;
    }

    /** The connection, if there is one that its server has not closed. It is not idle any more. */
    @Nullable
    IOSession connection() {
        IOSession connection = place.getConnection();
        if (connection == null) {
            return null;
        }
        connection.setSocketTimeout(Timeout.DISABLED);
        if (isOpen(connection)) {
            return connection;
        }
        place.discardConnection(CloseMode.IMMEDIATE);
        return null;
    }

    private static boolean isOpen(IOSession connection) {
        return connection.isOpen() && connection.getHandler() instanceof HttpConnection protocol && protocol.isOpen();
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

    /** Gives it back with its connection, if that is still open, for another request. One that is idle for too long closes. */
    void keep() {
        if (end()) {
            IOSession connection = place.getConnection();
            boolean open = connection != null && isOpen(connection);
            if (open) {
                connection.setSocketTimeout(idle);
            }
            pool.release(place, open);
        }
    }

    /** The exchange goes on, and nobody looks at its time any more. */
    synchronized void leaveAlone(Timeout most) {
        IOSession connection = place.getConnection();
        if (!ended && connection != null) {
            connection.setSocketTimeout(most);
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
