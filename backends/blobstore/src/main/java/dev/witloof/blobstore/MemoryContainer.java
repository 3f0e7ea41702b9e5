package dev.witloof.blobstore;

import dev.witloof.blobstore.service.BlobException;
import dev.witloof.blobstore.service.ByteRange;
import dev.witloof.blobstore.service.NamePage;
import dev.witloof.blobstore.service.ObjectInfo;
import dev.witloof.blobstore.service.ObjectReader;
import dev.witloof.blobstore.service.ObjectWriter;
import dev.witloof.blobstore.service.StoredContainer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A container in memory. Names are listed in order, and a cursor is a mark and the last name of the part before it. */
final class MemoryContainer implements StoredContainer {

    private static final String AFTER = ">";

    private final MemoryStore store;
    private final String name;
    private final long createdAt;
    private final ConcurrentNavigableMap<String, MemoryObject> objects = new ConcurrentSkipListMap<>();

    MemoryContainer(MemoryStore store, String name) {
        this.store = store;
        this.name = name;
        this.createdAt = store.now();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long createdAt() throws BlobException {
        checkThere();
        return createdAt;
    }

    private void checkThere() throws BlobException {
        if (!store.has(this)) {
            throw BlobException.noSuchContainer(name);
        }
    }

    /** The object of this name. */
    MemoryObject object(String object) throws BlobException {
        checkThere();
        MemoryObject found = objects.get(object);
        if (found == null) {
            throw BlobException.noSuchObject(name, object);
        }
        return found;
    }

    @Override
    public ObjectReader read(String object, ByteRange range) throws BlobException {
        return object(object).read(range);
    }

    @Override
    public ObjectWriter write(String object) throws BlobException {
        checkThere();
        return new MemoryWriter(store, this, object);
    }

    /** Puts an object in its place, whose bytes are counted already. */
    void put(String object, MemoryObject stored) throws BlobException {
        synchronized (store) {
            checkThere();
            if (!objects.containsKey(object)) {
                store.countObject();
            }
            MemoryObject replaced = objects.put(object, stored);
            if (replaced != null) {
                store.forget(replaced.size());
            }
        }
    }

    /** Takes an object out of its place, whose bytes stay counted. */
    void take(String object) {
        objects.remove(object);
        store.forgetObject();
    }

    @Override
    public NamePage list(String cursor) throws BlobException {
        checkThere();
        if (!cursor.isEmpty() && !cursor.startsWith(AFTER)) {
            throw new BlobException("cursor: expected one of this store, found another");
        }
        List<String> names = new ArrayList<>();
        for (String each :
                (cursor.isEmpty() ? objects : objects.tailMap(cursor.substring(AFTER.length()), false)).keySet()) {
            if (names.size() == store.pageSize) {
                return NamePage.before(AFTER + names.get(names.size() - 1), names);
            }
            names.add(each);
        }
        return NamePage.last(names);
    }

    @Override
    public void delete(String object) throws BlobException {
        synchronized (store) {
            checkThere();
            MemoryObject removed = objects.remove(object);
            if (removed != null) {
                store.forgetObject();
                store.forget(removed.size());
            }
        }
    }

    @Override
    public boolean has(String object) throws BlobException {
        checkThere();
        return objects.containsKey(object);
    }

    @Override
    public ObjectInfo info(String object) throws BlobException {
        return object(object).info();
    }

    @Override
    public void clear() throws BlobException {
        synchronized (store) {
            checkThere();
            for (String each : objects.keySet()) {
                delete(each);
            }
        }
    }
}
