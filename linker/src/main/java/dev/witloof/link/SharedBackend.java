package dev.witloof.link;

import dev.witloof.name.ImportRef;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** See {@link Backend#shared()}. */
final class SharedBackend implements Backend {

    private final Backend inner;
    // Held while the backend is opened or closed: nobody is given what is neither.
    private final ReentrantLock lock = new ReentrantLock(true);
    private @Nullable Started open;
    private int holders;

    SharedBackend(Backend inner) {
        this.inner = inner;
    }

    @Override
    public String description() {
        return inner.description();
    }

    @Override
    public List<Offer> offers() {
        return inner.offers();
    }

    @Override
    public List<Class<?>> serves() {
        return inner.serves();
    }

    @Override
    public List<Class<?>> sharedResources() {
        return inner.sharedResources();
    }

    @Override
    public Optional<String> remedy(ImportRef importRef) {
        return inner.remedy(importRef);
    }

    @Override
    public Backend shared() {
        return this;
    }

    @Override
    public @Nullable Started start(List<ImportRef> imports) throws Exception {
        return start(imports, new Connections());
    }

    @Override
    public @Nullable Started start(List<ImportRef> imports, Connections connections) throws Exception {
        if (!lock.tryLock()) {
            lock.lockInterruptibly();
        }
        try {
            Started started = open;
            if (started == null) {
                started = inner.start(imports, connections);
                if (started == null) {
                    return null;
                }
                open = started;
            }
            holders++;
            return new Share(started);
        } finally {
            lock.unlock();
        }
    }

    private void release(Started started) throws Exception {
        lock.lock();
        try {
            if (--holders == 0) {
                open = null;
                started.close();
            }
        } finally {
            lock.unlock();
        }
    }

    /** What one deployment holds of it. */
    @SuppressWarnings("try") // as that of the backend itself
    private final class Share implements Started {

        private final Started started;
        private final AtomicBoolean closed = new AtomicBoolean();

        Share(Started started) {
            this.started = started;
        }

        @Override
        public Object implementation(ImportRef importRef) throws Exception {
            return started.implementation(importRef);
        }

        @Override
        public void check() throws Exception {
            started.check();
        }

        @Override
        public void close() throws Exception {
            if (!closed.getAndSet(true)) {
                release(started);
            }
        }
    }
}
