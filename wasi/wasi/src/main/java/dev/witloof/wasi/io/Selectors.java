package dev.witloof.wasi.io;

import dev.witloof.error.TrapException;
import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.SelectorProvider;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The selectors by which guests wait for channels: as many as threads wait at once, opened when they are needed and kept until
 * this is closed. Who makes channels for guests has one; any number of threads may use it.
 */
public final class Selectors implements AutoCloseable {

    private final Deque<Selector> idle = new ArrayDeque<>();
    private final Set<Selector> all = new HashSet<>();
    private boolean closed;

    /** None yet. */
    public Selectors() {}

    /** A selector for one thread, until it gives it back. */
    synchronized Selector take() {
        if (closed) {
            throw failed(new ClosedSelectorException());
        }
        Selector selector = idle.poll();
        if (selector != null) {
            return selector;
        }
        try {
            selector = SelectorProvider.provider().openSelector();
        } catch (IOException failure) {
            throw failed(failure);
        }
        all.add(selector);
        return selector;
    }

    /** The last one first, which knows the channels already. */
    synchronized void giveBack(Selector selector) {
        if (!closed) {
            idle.push(selector);
        }
    }

    static SelectionKey register(Selector selector, SelectableChannel channel, int operations)
            throws ClosedChannelException {
        SelectionKey known = channel.keyFor(selector);
        try {
            return known == null
                    ? channel.register(selector, operations)
                    : known.interestOps(known.interestOps() | operations);
        } catch (CancelledKeyException cancelled) {
            throw new ClosedChannelException();
        } catch (ClosedSelectorException closed) {
            throw failed(closed);
        }
    }

    static void quieten(SelectionKey key) {
        try {
            key.interestOps(0);
        } catch (CancelledKeyException | ClosedSelectorException gone) {
            // Then nobody is woken by it.
        }
    }

    static void forget(Selector selector, List<SelectionKey> keys) {
        if (!keys.isEmpty()) {
            keys.forEach(SelectionKey::cancel);
            try {
                selector.selectNow();
            } catch (IOException | ClosedSelectorException gone) {
                // Then it knows nothing any more.
            }
        }
    }

    static TrapException failed(Exception failure) {
        String what = failure instanceof ClosedSelectorException ? "they were closed" : failure.toString();
        return new TrapException("waiting for channels: " + what, failure);
    }

    /**
     * Whether a channel is ready now; one that is closed is.
     *
     * @param channel a channel that is configured not to block
     * @param operations as in {@link SelectionKey}
     */
    public boolean isReady(SelectableChannel channel, int operations) {
        Selector selector = take();
        try {
            SelectionKey key = register(selector, channel, operations);
            selector.selectedKeys().clear();
            selector.selectNow();
            boolean ready = selector.selectedKeys().contains(key) && (key.readyOps() & operations) != 0;
            quieten(key);
            return ready;
        } catch (ClosedChannelException | CancelledKeyException gone) {
            return true;
        } catch (IOException | ClosedSelectorException failure) {
            throw failed(failure);
        } finally {
            giveBack(selector);
        }
    }

    /**
     * An event that is ready when a channel is; one that is closed is.
     *
     * @param channel a channel that is configured not to block
     * @param operations as in {@link SelectionKey}
     */
    public Event event(SelectableChannel channel, int operations) {
        return new Event() {
            @Override
            public boolean ready() {
                return isReady(channel, operations);
            }

            @Override
            protected void arm(Wait wait) {
                wait.on(Selectors.this, channel, operations);
            }
        };
    }

    /** Lets go of channels that were closed, which the system else keeps until somebody waits again. */
    public synchronized void releaseClosed() {
        for (Selector selector : idle) {
            try {
                selector.selectNow();
            } catch (IOException failure) {
                throw failed(failure);
            }
        }
    }

    /** Closes all; the calls of those that wait end with a trap. */
    @Override
    public synchronized void close() {
        closed = true;
        for (Selector selector : all) {
            try {
                selector.close();
            } catch (IOException unheard) {
                // Nothing can be done about it, and nobody waits any more.
            }
        }
        all.clear();
        idle.clear();
    }
}
