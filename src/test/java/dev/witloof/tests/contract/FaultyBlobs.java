package dev.witloof.tests.contract;

import dev.witloof.blobstore.InMemoryBlobs;
import dev.witloof.blobstore.service.BlobBackend;
import dev.witloof.blobstore.service.BlobException;
import dev.witloof.blobstore.service.BlobService;
import dev.witloof.blobstore.service.ObjectPath;
import dev.witloof.blobstore.service.StoredContainer;
import dev.witloof.link.Connections;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store of objects in memory, as wrong as a fault wants it. */
final class FaultyBlobs extends BlobBackend {

    private final BlobService store;
    private final @Nullable BlobFault fault;

    private FaultyBlobs(BlobService store, @Nullable BlobFault fault) {
        this.store = store;
        this.fault = fault;
    }

    static FaultyBlobs of(@Nullable BlobFault fault) {
        return new FaultyBlobs(memory(), fault);
    }

    private static BlobService memory() {
        return InMemoryBlobs.builder().build().service();
    }

    /** A store that is not as apart from this one as it should be. */
    FaultyBlobs twin() {
        return new FaultyBlobs(store, fault);
    }

    @Override
    protected BlobService open(Connections connections) {
        return new Service(fault == BlobFault.STARTS_ARE_APART ? memory() : store, fault);
    }

    /**
     * The service.
     *
     * @param store what does it right
     * @param fault what is wrong
     */
    private record Service(BlobService store, @Nullable BlobFault fault) implements BlobService {

        private boolean has(BlobFault which) {
            return fault == which;
        }

        private String stored(String name) {
            return has(BlobFault.CONTAINERS_TRIMMED) ? name.strip() : name;
        }

        @Override
        public StoredContainer createContainer(String name) throws BlobException {
            if (has(BlobFault.CREATE_EMPTIES) && store.exists(name)) {
                store.open(name).clear();
                return open(name);
            }
            if (has(BlobFault.CONTAINERS_TRIMMED) && store.exists(stored(name))) {
                return open(name);
            }
            return new FaultyContainer(store.createContainer(stored(name)), name, store, fault);
        }

        @Override
        public StoredContainer open(String name) throws BlobException {
            if (!store.exists(stored(name))) {
                if (has(BlobFault.UNKNOWN_CONTAINER_THROWS)) {
                    throw new IllegalArgumentException("no container");
                }
                if (has(BlobFault.UNKNOWN_CONTAINER_IS_MADE)) {
                    return createContainer(name);
                }
            }
            return new FaultyContainer(store.open(stored(name)), name, store, fault);
        }

        @Override
        public void delete(String name) throws BlobException {
            List<ObjectPath> kept = new ArrayList<>();
            if (has(BlobFault.REMOVED_CONTAINER_KEEPS_OBJECTS) && store.exists(name)) {
                if (!store.exists("kept")) {
                    store.createContainer("kept");
                }
                for (String each : store.open(name).list("").names()) {
                    store.copy(new ObjectPath(name, each), new ObjectPath("kept", each));
                    kept.add(new ObjectPath("kept", each));
                }
            }
            store.delete(stored(name));
            if (!kept.isEmpty()) {
                store.createContainer(name);
                for (ObjectPath each : kept) {
                    store.move(each, new ObjectPath(name, each.object()));
                }
            }
        }

        @Override
        public boolean exists(String name) throws BlobException {
            return store.exists(stored(name));
        }

        @Override
        public void copy(ObjectPath from, ObjectPath to) throws BlobException {
            if (has(BlobFault.COPY_MAKES_CONTAINERS) && !store.exists(to.container())) {
                store.createContainer(to.container());
            }
            if (has(BlobFault.COPY_KEEPS_WHAT_IS_THERE)
                    && store.open(to.container()).has(to.object())) {
                return;
            }
            if (has(BlobFault.COPY_MOVES)) {
                store.move(from, to);
            } else {
                store.copy(from, to);
            }
        }

        @Override
        public void move(ObjectPath from, ObjectPath to) throws BlobException {
            if (has(BlobFault.MOVE_TO_ITSELF_REMOVES) && from.equals(to)) {
                store.open(from.container()).delete(from.object());
            } else if (has(BlobFault.MOVE_COPIES)) {
                store.copy(from, to);
            } else {
                store.move(from, to);
            }
        }

        @Override
        public void close() throws BlobException {
            if (has(BlobFault.CLOSE_FORGETS) && store.exists("main")) {
                store.delete("main");
            }
        }
    }
}
