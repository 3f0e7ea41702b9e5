package dev.witloof.messaging;

import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Pool;
import dev.witloof.messaging.Delivery.Outcome;
import dev.witloof.messaging.service.Message;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** One export of the instances of a pool. */
final class PooledHandler {

    private final Pool pool;
    private final String export;
    // What was prepared of each instance, as long as it is open.
    private final Map<ComponentInstance, GuestHandler> prepared = new ConcurrentHashMap<>();

    PooledHandler(Pool pool, String export) {
        this.pool = Objects.requireNonNull(pool, "pool");
        this.export = Objects.requireNonNull(export, "export");
    }

    String export() {
        return export;
    }

    /**
     * Looks whether the component has the export; an instance is made for it, which the pool keeps.
     *
     * @throws IllegalArgumentException if it has not
     * @throws InterruptedException if the thread is interrupted while it waits for an instance
     */
    void check() throws InterruptedException {
        try (Pool.Lease lease = pool.borrow()) {
            of(lease.instance());
        }
    }

    private GuestHandler of(ComponentInstance instance) {
        GuestHandler known = prepared.get(instance);
        if (known != null) {
            return known;
        }
        GuestHandler handler = GuestHandler.of(instance, export);
        prepared.put(instance, handler);
        instance.onClose(() -> prepared.remove(instance));
        return handler;
    }

    /** Lends an instance for one message. */
    Outcome handle(Message message) {
        try (Pool.Lease lease = pool.borrow()) {
            return of(lease.instance()).handle(message);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed(interrupt);
        } catch (RuntimeException failure) {
            return new Outcome.Failed(failure);
        }
    }
}
