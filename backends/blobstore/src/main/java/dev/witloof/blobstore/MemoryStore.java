package dev.witloof.blobstore;

import dev.witloof.blobstore.service.BlobException;
import dev.witloof.blobstore.service.BlobService;
import dev.witloof.blobstore.service.ObjectPath;
import dev.witloof.blobstore.service.StoredContainer;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All containers, and the bounds that they have together. Objects never change, and what is in a container is changed by one thread
 * at a time, which holds the store's monitor for no longer than it takes to put a reference in its place; reading and listing
 * hold nothing.
 */
final class MemoryStore implements BlobService {

    final int pageSize;
    final InstantSource clock;
    private final ConcurrentMap<String, MemoryContainer> containers = new ConcurrentHashMap<>();
    private final long maximumContainers;
    private final long maximumObjects;
    private final long maximumObjectBytes;
    private final long maximumBytes;
    private final AtomicLong bytes = new AtomicLong();
    private long objects;

    MemoryStore(InMemoryBlobs.Builder settings) {
        pageSize = settings.pageSize;
        clock = settings.clock;
        maximumContainers = settings.maximumContainers;
        maximumObjects = settings.maximumObjects;
        maximumObjectBytes = settings.maximumObjectBytes;
        maximumBytes = settings.maximumBytes;
        settings.containers.forEach(name -> containers.put(name, new MemoryContainer(this, name)));
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    @Override
    public synchronized StoredContainer createContainer(String name) throws BlobException {
        if (containers.containsKey(name)) {
            throw BlobException.containerExists(name);
        }
        if (containers.size() >= maximumContainers) {
            throw new BlobException("containers: expected at most " + maximumContainers + ", found one more");
        }
        MemoryContainer made = new MemoryContainer(this, name);
        containers.put(name, made);
        return made;
    }

    @Override
    public MemoryContainer open(String name) throws BlobException {
        MemoryContainer known = containers.get(name);
        if (known == null) {
            throw BlobException.noSuchContainer(name);
        }
        return known;
    }

    @Override
    public synchronized void delete(String name) throws BlobException {
        MemoryContainer removed = open(name);
        removed.clear();
        containers.remove(name);
    }

    @Override
    public boolean exists(String name) {
        return containers.containsKey(name);
    }

    /** Whether this very container is still there. */
    boolean has(MemoryContainer container) {
        return containers.get(container.name()) == container;
    }

    @Override
    public synchronized void copy(ObjectPath from, ObjectPath to) throws BlobException {
        MemoryObject object = open(from.container()).object(from.object());
        MemoryContainer target = open(to.container());
        count(object.size());
        boolean done = false;
        try {
            target.put(to.object(), object.madeAt(now()));
            done = true;
        } finally {
            if (!done) {
                forget(object.size());
            }
        }
    }

    @Override
    public synchronized void move(ObjectPath from, ObjectPath to) throws BlobException {
        MemoryContainer source = open(from.container());
        MemoryObject object = source.object(from.object());
        MemoryContainer target = open(to.container());
        if (!from.equals(to)) {
            source.take(from.object());
            target.put(to.object(), object);
        }
    }

    /**
     * Counts bytes that are stored or being written.
     *
     * @throws BlobException if they would be too many
     */
    void count(long added) throws BlobException {
        long sum = bytes.addAndGet(added);
        if (sum > maximumBytes) {
            bytes.addAndGet(-added);
            throw new BlobException("all objects: expected at most " + maximumBytes + " bytes, found " + sum);
        }
    }

    void forget(long removed) {
        bytes.addAndGet(-removed);
    }

    /** Refuses an object that is too large by itself. */
    void checkSize(long size) throws BlobException {
        if (size > maximumObjectBytes) {
            throw new BlobException("object: expected at most " + maximumObjectBytes + " bytes, found " + size);
        }
    }

    /** Counts an object more; the caller holds the monitor. */
    void countObject() throws BlobException {
        if (objects >= maximumObjects) {
            throw new BlobException("objects: expected at most " + maximumObjects + ", found one more");
        }
        objects++;
    }

    /** Counts objects less; the caller holds the monitor. */
    void forgetObject() {
        objects--;
    }
}
