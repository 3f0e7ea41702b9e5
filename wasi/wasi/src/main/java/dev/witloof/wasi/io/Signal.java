package dev.witloof.wasi.io;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * By which any thread wakes those that wait in a guest's call. It says nothing but that a condition may have changed; whoever
 * sends it changes the condition first.
 *
 * <pre>{@code
 * final class Arrived extends Event {
 *     private final Queue<byte[]> parts = new ConcurrentLinkedQueue<>();
 *     private final Signal changed = new Signal();
 *
 *     void add(byte[] part) {
 *         parts.add(part);
 *         changed.send();
 *     }
 *
 *     public boolean ready() {
 *         return !parts.isEmpty();
 *     }
 *
 *     protected void arm(Wait wait) {
 *         wait.on(changed);
 *     }
 * }
 * }</pre>
 */
public final class Signal implements AutoCloseable {

    private final Set<Wait> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Nobody waits for it yet. */
    public Signal() {}

    /** Wakes those that wait for it. */
    public void send() {
        waiting.forEach(Wait::wake);
    }

    /** Ends the calls of those that wait for it, now and from now on, with a trap. */
    @Override
    public void close() {
        closed = true;
        send();
    }

    /** Whether it is closed. */
    public boolean isClosed() {
        return closed;
    }

    /** Whether a guest waits for it now. */
    public boolean isAwaited() {
        return !waiting.isEmpty();
    }

    void add(Wait wait) {
        waiting.add(wait);
    }

    void remove(Wait wait) {
        waiting.remove(wait);
    }
}
