package dev.witloof.link;

import dev.witloof.error.PoolExhaustedException;
import dev.witloof.error.UninstantiableException;
import dev.witloof.instance.ComponentInstance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Instances of one deployment that are lent to one borrower after the other. Any number of threads may use it, virtual ones
 * too; the first that waits is the first that is served. It has no thread of its own: idle instances are closed when
 * one is borrowed or returned, or when {@link #expire} is called.
 *
 * <pre>{@code
 * Pool pool = deployment.pool(PoolLimits.builder().size(4).uses(1000).idleTime(Duration.ofMinutes(5)).build());
 * try (Pool.Lease lease = pool.borrow()) {
 *     lease.instance().function("checkout").call("cart-42");
 * }
 * }</pre>
 *
 * <p>An instance keeps its memory from one borrower to the next; where that must not be, {@code uses(1)} makes a new one
 * each time. One that trapped, or that its borrower closed, is not lent again.
 */
public final class Pool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pool.class);

    private final String title;
    private final PoolLimits limits;
    private final InstantSource clock;
    private final Supplier<ComponentInstance> instantiation;
    private final Consumer<Pool> onClose;
    // One permit for each lease; an instance is idle only while its permit is free, so there are never more than
    // permits.
    private final Semaphore permits;
    private final Deque<Pooled> idle = new ConcurrentLinkedDeque<>(); // the one that was returned last comes first
    private final AtomicInteger lent = new AtomicInteger();
    private volatile boolean closed;

    Pool(
            String component,
            PoolLimits limits,
            InstantSource clock,
            Supplier<ComponentInstance> instantiation,
            Consumer<Pool> onClose) {
        this.title = "pool of " + component;
        this.limits = limits;
        this.clock = clock;
        this.instantiation = instantiation;
        this.onClose = onClose;
        this.permits = new Semaphore(limits.size(), true);
    }

    /** An instance, with what the pool knows of it. Compared by identity. */
    private static final class Pooled {

        private final ComponentInstance instance;
        private long uses;
        private Instant idleSince = Instant.MIN;

        Pooled(ComponentInstance instance) {
            this.instance = instance;
        }
    }

    /**
     * Lends an instance: the one that was returned last, or a new one, if need be after waiting for one to be returned.
     *
     * @return to be closed by the borrower, which gives the instance back
     * @throws PoolExhaustedException if none was returned within the waiting time
     * @throws UninstantiableException if a new one cannot be made
     * @throws InterruptedException if the thread is interrupted before or while it waits
     * @throws IllegalStateException if the pool is closed, also while waiting
     */
    public Lease borrow() throws InterruptedException {
        requireOpen();
        if (!permits.tryAcquire(nanos(limits.waitingTime()), TimeUnit.NANOSECONDS)) {
            throw new PoolExhaustedException(title + ": expected an instance to be free within "
                    + limits.waitingTime().toMillis() + " ms, found all " + limits.size() + " in use");
        }
        boolean lend = false;
        try {
            requireOpen();
            expire();
            Pooled pooled = idle();
            Lease lease = new Lease(pooled != null ? pooled : new Pooled(instantiation.get()));
            lent.incrementAndGet();
            lend = true;
            return lease;
        } finally {
            if (!lend) {
                permits.release();
            }
        }
    }

    /**
     * Makes instances until there are as many as the limits allow, so that the first borrowers need not wait for them.
     *
     * @throws UninstantiableException if one cannot be made
     * @throws IllegalStateException if the pool is closed
     */
    public void fill() {
        requireOpen();
        while (permits.tryAcquire()) {
            try {
                if (idle.size() > permits.availablePermits()) {
                    return;
                }
                requireOpen();
                keep(new Pooled(instantiation.get()));
            } finally {
                permits.release();
            }
        }
    }

    /** Closes the instances that have been idle for too long; for an embedder with a timer of its own. */
    public void expire() {
        Instant now = clock.instant();
        for (Iterator<Pooled> oldest = idle.descendingIterator(); oldest.hasNext(); ) {
            Pooled pooled = oldest.next();
            if (Duration.between(pooled.idleSince, now).compareTo(limits.idleTime()) < 0) {
                return;
            }
            if (idle.remove(pooled)) {
                closeIdle(pooled);
            }
        }
    }

    private void closeIdle(Pooled pooled) {
        try {
            pooled.instance.close();
        } catch (RuntimeException failure) {
            // Who borrows or returns another one is not to blame. The message may hold a secret.
            LOG.warn("{}: closing an idle instance {}", title, Finding.threw(failure));
        }
    }

    /** How many instances are lent now. */
    public int lent() {
        return lent.get();
    }

    /** How many instances lie ready now. */
    public int ready() {
        return idle.size();
    }

    private @Nullable Pooled idle() {
        for (Pooled pooled = idle.pollFirst(); pooled != null; pooled = idle.pollFirst()) {
            if (pooled.instance.isUsable()) {
                return pooled;
            }
            closeIdle(pooled);
        }
        return null;
    }

    private void keep(Pooled pooled) {
        pooled.idleSince = clock.instant();
        idle.addFirst(pooled);
        if (closed && idle.remove(pooled)) {
            pooled.instance.close();
        }
    }

    private void giveBack(Pooled pooled, boolean retired) {
        lent.decrementAndGet();
        try {
            pooled.uses++;
            if (closed || retired || pooled.uses >= limits.uses() || !pooled.instance.isUsable()) {
                pooled.instance.close();
            } else {
                keep(pooled);
                expire();
            }
        } finally {
            permits.release();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException(title + ": expected to be open, found closed");
        }
    }

    private static long nanos(Duration time) {
        return time.getSeconds() >= Long.MAX_VALUE / 1_000_000_000 ? Long.MAX_VALUE : time.toNanos();
    }

    /**
     * Closes the instances that lie ready; those that are lent are closed when they are returned, or with the deployment.
     * Who waits for one is told. Closing again does nothing.
     *
     * @throws IllegalStateException if an instance could not be closed, as the first failure says, after all others have been
     */
    @Override
    public void close() {
        closed = true;
        onClose.accept(this);
        // Whoever is woken by it finds the pool closed and passes it on.
        permits.release();
        RuntimeException first = null;
        for (Pooled pooled = idle.pollFirst(); pooled != null; pooled = idle.pollFirst()) {
            try {
                pooled.instance.close();
            } catch (RuntimeException failure) {
                if (first == null) {
                    first = failure;
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** {@code pool of shop.wasm: 2 lent, 1 ready, at most 8}. */
    @Override
    public String toString() {
        return title + ": " + lent() + " lent, " + ready() + " ready, at most " + limits.size();
    }

    /**
     * An instance that is lent until this is closed. It may go from thread to thread, but be used by one at a time; after it
     * was returned, its instance is another borrower's and must not be used any more.
     */
    public final class Lease implements AutoCloseable {

        private final AtomicReference<@Nullable Pooled> held;
        private volatile boolean retired;

        private Lease(Pooled pooled) {
            held = new AtomicReference<>(pooled);
        }

        /**
         * The instance.
         *
         * @throws IllegalStateException if it was returned
         */
        public ComponentInstance instance() {
            Pooled pooled = held.get();
            if (pooled == null) {
                throw new IllegalStateException(title + ": expected a lease that is held, found one that was returned");
            }
            return pooled.instance;
        }

        /** Has the instance closed when it is returned, for a reason that only the borrower knows. */
        public void retire() {
            retired = true;
        }

        /**
         * Returns the instance, which is lent again if it is sound, and closed otherwise. Returning it again does nothing.
         *
         * @throws IllegalStateException if a call of it is on the way; it is not lent again, and closed with the deployment
         * @throws RuntimeException what closing it throws
         */
        @Override
        public void close() {
            Pooled pooled = held.getAndSet(null);
            if (pooled != null) {
                giveBack(pooled, retired);
            }
        }
    }
}
