package dev.witloof.link;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * What several backends have open together, such as a pool of connections to one server: opened once for equal keys, by the
 * first who asks, and closed by the last who lets go. A linker has one for all deployments of its plans; an embedder who hands
 * the same to several linkers lets those share too. Any number of threads may use it.
 */
public final class Connections {

    private final Map<Object, Slot<?>> slots = new HashMap<>();

    private static final class Slot<C extends AutoCloseable> {
        private final CompletableFuture<C> connection = new CompletableFuture<>();
        private int users;
    }

    /** Nothing open yet. */
    public Connections() {}

    /**
     * Opens what is shared.
     *
     * @param <C> what is opened
     */
    @FunctionalInterface
    @SuppressWarnings("try") // close may well be interrupted
    public interface Opening<C extends AutoCloseable> {

        /**
         * Opens it.
         *
         * @throws Exception if it cannot be opened; whatever was opened until then is for this method to close
         */
        C open() throws Exception;
    }

    /**
     * One user's hold on what is open.
     *
     * @param <C> what is open
     */
    @SuppressWarnings("try") // as what it closes
    public final class Lease<C extends AutoCloseable> implements AutoCloseable {

        private final Object key;
        private final Slot<C> slot;
        private final C connection;
        private boolean closed;

        private Lease(Object key, Slot<C> slot, C connection) {
            this.key = key;
            this.slot = slot;
            this.connection = connection;
        }

        /** What is open. It is not to be used, nor closed by its users, after this hold has ended. */
        public C get() {
            return connection;
        }

        /** Ends this hold, and closes what is open if it was the last. Closing again does nothing. */
        @Override
        public void close() throws Exception {
            synchronized (slots) {
                if (closed) {
                    return;
                }
                closed = true;
                if (!leave(key, slot)) {
                    return;
                }
            }
            connection.close();
        }
    }

    /**
     * A hold on what is open for this key; it is opened if nobody has. Threads that ask while another opens it wait, and are
     * given the same, or the same failure. Where that thread was interrupted, one of them opens it in its place.
     *
     * @param key all settings that make it what it is, with {@code equals}, in a class of the caller's own: the same class of
     *     key always stands for the same class of connection
     * @throws Exception what {@code opening} threw
     */
    public <C extends AutoCloseable> Lease<C> open(Object key, Opening<C> opening) throws Exception {
        while (true) {
            Slot<C> slot;
            boolean first;
            synchronized (slots) {
                // The key's class vouches for the class of what was opened.
                @SuppressWarnings("unchecked")
                Slot<C> known = (Slot<C>) slots.get(Objects.requireNonNull(key, "key"));
                first = known == null;
                slot = first ? new Slot<>() : known;
                slot.users++;
                slots.put(key, slot);
            }
            if (first) {
                return new Lease<>(key, slot, opened(key, slot, opening));
            }
            try {
                return new Lease<>(key, slot, slot.connection.get());
            } catch (InterruptedException interrupt) {
                giveUp(key, slot, interrupt);
                throw interrupt;
            } catch (ExecutionException failure) {
                // Another's interrupt is no failure of the opening.
                if (!(failure.getCause() instanceof InterruptedException)) {
                    throw asException(failure.getCause());
                }
            }
        }
    }

    private <C extends AutoCloseable> C opened(Object key, Slot<C> slot, Opening<C> opening) throws Exception {
        try {
            C connection = Objects.requireNonNull(opening.open(), "what was opened");
            slot.connection.complete(connection);
            return connection;
        } catch (Throwable failure) {
            synchronized (slots) {
                slots.remove(key, slot);
            }
            slot.connection.completeExceptionally(isInterrupted(failure) ? new InterruptedException() : failure);
            throw failure;
        }
    }

    /** Whether it ended because this thread was interrupted; what is thrown then is often of another class. */
    private static boolean isInterrupted(Throwable failure) {
        return failure instanceof InterruptedException || Thread.currentThread().isInterrupted();
    }

    /** Whoever opens it has a hold until then, so what is left to the last who stops waiting is open. */
    private void giveUp(Object key, Slot<?> slot, InterruptedException interrupt) {
        synchronized (slots) {
            if (!leave(key, slot)) {
                return;
            }
        }
        try {
            slot.connection.join().close();
        } catch (Exception failure) {
            interrupt.addSuppressed(failure);
        }
    }

    /** Whether nobody uses it any more; the next who asks then opens it anew. */
    private boolean leave(Object key, Slot<?> slot) {
        boolean last = --slot.users == 0;
        if (last) {
            slots.remove(key, slot);
        }
        return last;
    }

    private static Exception asException(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (Exception) failure;
    }
}
