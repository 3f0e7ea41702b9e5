package dev.witloof.link;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One instance, and what backends have open for it: closed when the instance is closed, or could not be made, what was made
 * last first.
 */
@SuppressWarnings("try") // what it closes may well be interrupted
public final class InstanceScope {

    private final String title;
    // Used under the lock of this object, except while it is closed.
    private final Map<Object, AutoCloseable> own = new LinkedHashMap<>();
    private boolean closed;

    InstanceScope(String title) {
        this.title = title;
    }

    /**
     * What the instance has under a key, one object for all its imports.
     *
     * @param key such as the {@link Backend.Started} that asks, or a record that says what of it
     * @param making makes it when it is first asked for; must not wait, and not ask this scope
     * @throws IllegalStateException if the instance is closed
     */
    @SuppressWarnings("unchecked") // a key always has what its first asker made
    public synchronized <T extends AutoCloseable> T own(Object key, Supplier<T> making) {
        if (closed) {
            throw new IllegalStateException(title + ": expected to be open, found closed");
        }
        return (T) own.computeIfAbsent(key, absent -> making.get());
    }

    /**
     * Closes everything; a failure stops nothing.
     *
     * @throws IllegalStateException if something could not be closed, with the first failure as the cause and the others
     *     suppressed
     */
    void close() {
        AutoCloseable[] all;
        synchronized (this) {
            closed = true;
            all = own.values().toArray(new AutoCloseable[0]);
            own.clear();
        }
        Closing closing = new Closing();
        closing.close(all);
        closing.end(title);
    }
}
