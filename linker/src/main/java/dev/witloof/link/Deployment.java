package dev.witloof.link;

import dev.witloof.error.UninstantiableException;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.ImportValue;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A started plan: the backends that it opened, shared by all instances made from it. Any number of threads may use it.
 *
 * <p>What was handed in (an object, functions, another instance) stays the embedder's; only what {@link Backend#start} opened
 * is closed here.
 */
public final class Deployment implements AutoCloseable {

    /** Makes an instance of the component of the plan. */
    @FunctionalInterface
    interface Instantiation {
        ComponentInstance instantiate(Map<String, ImportValue> imports);
    }

    private final Needs needs;
    private final Opened opened;
    private final InstanceImports imports;
    private final Instantiation instantiation;
    // Making an instance holds the lock for reading, closing it for writing: so none is made of backends that are being
    // closed.
    private final ReentrantReadWriteLock lifetime = new ReentrantReadWriteLock();
    private final Set<ComponentInstance> open = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Set<Pool> pools = Collections.synchronizedSet(new LinkedHashSet<>());
    private boolean closed;

    Deployment(Needs needs, Starting.Result started, Instantiation instantiation) {
        this.needs = needs;
        this.opened = started.opened();
        this.imports = started.imports();
        this.instantiation = instantiation;
    }

    /**
     * Makes an instance, which may be used by one thread at a time. It is closed with this deployment unless it was closed
     * before.
     *
     * @throws UninstantiableException if it cannot be made
     * @throws IllegalStateException if this deployment is closed
     */
    public ComponentInstance instantiate() {
        lifetime.readLock().lock();
        try {
            requireOpen();
            ComponentInstance instance = imports.instantiate(Text.plain(needs.name()), instantiation);
            open.add(instance);
            instance.onClose(() -> open.remove(instance));
            return instance;
        } finally {
            lifetime.readLock().unlock();
        }
    }

    /**
     * A pool that keeps instances of this deployment ready. It is closed with this deployment unless it was closed before.
     *
     * @throws IllegalStateException if this deployment is closed
     */
    public Pool pool(PoolLimits limits) {
        return pool(limits, InstantSource.system());
    }

    /**
     * The same with a clock that says how long an instance has been idle; time that a borrower waits is always real.
     *
     * @throws IllegalStateException if this deployment is closed
     */
    public Pool pool(PoolLimits limits, InstantSource clock) {
        lifetime.readLock().lock();
        try {
            requireOpen();
            Pool pool = new Pool(Text.plain(needs.name()), limits, clock, this::instantiate, pools::remove);
            pools.add(pool);
            return pool;
        } finally {
            lifetime.readLock().unlock();
        }
    }

    /**
     * Asks each backend that was started whether it can serve, one after the other in the order of the imports: for a service's
     * own answer whether it is ready. What cannot be reached is told, not thrown.
     *
     * @throws IllegalStateException if this deployment is closed
     */
    public List<Health> check() {
        lifetime.readLock().lock();
        try {
            requireOpen();
            return opened.check();
        } finally {
            lifetime.readLock().unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException(title() + ": expected to be open, found closed");
        }
    }

    private String title() {
        return "deployment of " + Text.plain(needs.name());
    }

    /**
     * Closes the pools, the instances that are still open and then the backends, each in reverse order. An interrupt cuts none
     * of it short, and is there again afterwards. Closing again does nothing.
     *
     * @throws IllegalStateException if something could not be closed, with the first failure as the cause and the others
     *     suppressed, after everything else has been closed; or if it is called by what is making an instance of this
     *     deployment
     */
    @Override
    public void close() {
        if (lifetime.getReadHoldCount() > 0) {
            throw new IllegalStateException(
                    title() + ": expected to be closed from outside, found an instance that this thread is making");
        }
        Closing closing = new Closing();
        lifetime.writeLock().lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            boolean interrupted = Thread.interrupted();
            closing.close(pools.toArray(new Pool[0]));
            closing.close(open.toArray(new ComponentInstance[0]));
            closing.failed(opened.close());
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        } finally {
            lifetime.writeLock().unlock();
        }
        closing.end(title());
    }

    @Override
    public String toString() {
        return title();
    }
}
