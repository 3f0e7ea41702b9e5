package dev.witloof.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * By which a thread cancels what others do, once and for all. Any number of threads may use it, for any number of calls.
 */
public final class Cancellation {

    private final List<Consumer<String>> actions = new ArrayList<>();
    private @Nullable String cancelledBy;

    /** Of nothing yet. */
    public Cancellation() {}

    /**
     * Cancels what is on the way and what will begin. Cancelling again reaches those that did not heed it, such as a call
     * in host code that swallowed the interrupt.
     */
    public void cancel() {
        List<Consumer<String>> now;
        String by;
        synchronized (this) {
            if (cancelledBy == null) {
                cancelledBy = Thread.currentThread().getName();
            }
            by = cancelledBy;
            now = List.copyOf(actions);
        }
        now.forEach(action -> action.accept(by));
    }

    /** The name of the thread that cancelled; empty if none did. */
    public synchronized Optional<String> cancelledBy() {
        return Optional.ofNullable(cancelledBy);
    }

    /** What is to be done at a cancellation, until it is closed. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {

        /** Nothing is to be done any more. */
        @Override
        void close();
    }

    /**
     * Has something done whenever it is cancelled, by the thread that cancels; at once if it was cancelled before.
     *
     * @param action given the name of the thread that cancelled first
     */
    public Registration onCancel(Consumer<String> action) {
        synchronized (this) {
            actions.add(action);
        }
        cancelledBy().ifPresent(action);
        return () -> {
            synchronized (this) {
                actions.remove(action);
            }
        };
    }
}
