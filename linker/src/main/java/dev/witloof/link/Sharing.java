package dev.witloof.link;

import dev.witloof.name.ImportRef;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * What the deployments of one linker have open: a backend may give several of them the same object, which is closed with the
 * last that holds it. While such a close may be going on no start of that backend runs, so that it cannot give out what is
 * being closed; different backends, and several starts of one, do not wait for each other.
 */
final class Sharing {

    // Both by identity, and used under the lock of this object, under which nothing is opened or closed.
    private final Map<Backend, Life> lives = new IdentityHashMap<>();
    private final Map<Backend.Started, Integer> holders = new IdentityHashMap<>();
    private final Connections connections;

    Sharing(Connections connections) {
        this.connections = connections;
    }

    private static final class Life {
        private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
        private int users;
    }

    /**
     * Starts a backend for a deployment, which holds what it gives until it {@linkplain #close closes} it.
     *
     * @return {@code null} if the backend returned that
     */
    Backend.@Nullable Started start(Backend backend, List<ImportRef> imports) throws Exception {
        Life life = enter(backend);
        boolean held = false;
        try {
            if (!life.lock.readLock().tryLock()) {
                life.lock.readLock().lockInterruptibly();
            }
            try {
                Backend.Started started = backend.start(imports, connections);
                if (started != null) {
                    hold(started);
                    held = true;
                }
                return started;
            } finally {
                life.lock.readLock().unlock();
            }
        } finally {
            if (!held) {
                leave(backend);
            }
        }
    }

    /** Lets go of what a start gave, and closes it if no other deployment holds it. */
    void close(Backend backend, Backend.Started started) throws Exception {
        Life life = enter(backend);
        // Who closes a deployment out of a backend's start holds that lock already, and must not wait for itself.
        boolean starting = life.lock.getReadHoldCount() > 0;
        if (!starting) {
            life.lock.writeLock().lock();
        }
        try {
            if (release(started)) {
                started.close();
            }
        } finally {
            if (!starting) {
                life.lock.writeLock().unlock();
            }
            leave(backend);
            leave(backend);
        }
    }

    private synchronized Life enter(Backend backend) {
        Life life = lives.computeIfAbsent(innermost(backend), key -> new Life());
        life.users++;
        return life;
    }

    private synchronized void leave(Backend backend) {
        Backend key = innermost(backend);
        if (--lives.get(key).users == 0) {
            lives.remove(key);
        }
    }

    private synchronized void hold(Backend.Started started) {
        holders.merge(innermost(started), 1, Integer::sum);
    }

    private synchronized boolean release(Backend.Started started) {
        return holders.computeIfPresent(innermost(started), (key, count) -> count == 1 ? null : count - 1) == null;
    }

    /** What is around a backend is made anew for each start, and shares what it is around. */
    private static Backend innermost(Backend backend) {
        Backend at = backend;
        while (at instanceof InterceptedBackend around) {
            at = around.inner();
        }
        return at;
    }

    private static Backend.Started innermost(Backend.Started started) {
        Backend.Started at = started;
        while (at instanceof InterceptedBackend.Intercepted around) {
            at = around.started();
        }
        return at;
    }
}
