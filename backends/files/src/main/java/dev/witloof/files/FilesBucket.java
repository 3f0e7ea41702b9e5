package dev.witloof.files;

import dev.witloof.files.Drafts.Draft;
import dev.witloof.files.Header.Version;
import dev.witloof.keyvalue.service.CounterType;
import dev.witloof.keyvalue.service.KeyPage;
import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.Sighting;
import dev.witloof.keyvalue.service.StoredBucket;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bucket: its folder is made when the first key is set.
 *
 * @param shelf its entries
 * @param pageSize how many keys a page has
 */
record FilesBucket(Shelf shelf, int pageSize) implements StoredBucket {

    /** What may fail as files do, or as the interface says. */
    private interface Work<T> {
        T run() throws IOException, KeyValueException;
    }

    private static <T> T told(String operation, Work<T> work) throws KeyValueException {
        try {
            return work.run();
        } catch (IOException e) {
            String text = Reasons.text(operation, e);
            throw e instanceof Locks.BusyException
                    ? KeyValueException.timeout(text, e)
                    : KeyValueException.other(text, e);
        }
    }

    private <T> T locked(String operation, Address address, Work<T> work) throws KeyValueException {
        return told(operation, () -> shelf.directory().locks().holding(address.shard(), work::run));
    }

    @Override
    public byte @Nullable [] get(String key) throws KeyValueException {
        Address address = Address.of(key);
        return FilesBucket.<byte @Nullable []>told("get", () -> value(address));
    }

    private byte @Nullable [] value(Address address) throws IOException {
        try (Reading reading = shelf.open(address)) {
            return reading == null ? null : reading.value();
        }
    }

    @Override
    public void set(String key, byte[] value) throws KeyValueException {
        Address address = Address.of(key);
        told("set", () -> {
            // Written before the lock is taken, which so is held for a moment only.
            Draft draft = shelf.directory().write(address, value);
            try {
                shelf.directory().locks().holding(address.shard(), () -> place(draft, address));
            } catch (Throwable e) {
                OpenDirectory.discard(draft, e);
                throw e;
            }
            return null;
        });
    }

    @Nullable
    private Void place(Draft draft, Address address) throws IOException {
        try {
            shelf.place(draft, address);
        } catch (NoSuchFileException noBucket) {
            shelf.make();
            shelf.place(draft, address);
        }
        return null;
    }

    /** The same under a lock that is held already. */
    private void replace(Address address, byte[] value) throws IOException {
        Draft draft = shelf.directory().write(address, value);
        try {
            place(draft, address);
        } catch (Throwable e) {
            OpenDirectory.discard(draft, e);
            throw e;
        }
    }

    @Override
    public void delete(String key) throws KeyValueException {
        Address address = Address.of(key);
        locked("delete", address, () -> {
            shelf.remove(address);
            return null;
        });
    }

    @Override
    public boolean exists(String key) throws KeyValueException {
        Address address = Address.of(key);
        return told("exists", () -> shelf.has(address));
    }

    @Override
    public KeyPage list(long cursor) throws KeyValueException {
        return told("list-keys", () -> {
            Shelf.Listing listing = shelf.list(cursor, pageSize);
            return new KeyPage(listing.keys(), listing.next());
        });
    }

    @Override
    public long increment(String key, long delta, CounterType type) throws KeyValueException {
        Address address = Address.of(key);
        return locked("increment", address, () -> {
            byte[] sum = type.add(value(address), delta);
            replace(address, sum);
            return type.decode(sum);
        });
    }

    @Override
    public Sighting see(String key) throws KeyValueException {
        Address address = Address.of(key);
        return told("cas.new", () -> {
            try (Reading reading = shelf.open(address)) {
                return reading == null
                        ? new Sighting(null, Optional.empty())
                        : new Sighting(
                                reading.value(), Optional.of(reading.header().version()));
            }
        });
    }

    @Override
    public boolean swap(String key, Sighting seen, byte[] value) throws KeyValueException {
        Address address = Address.of(key);
        return locked("swap", address, () -> {
            Optional<Version> now = shelf.version(address);
            boolean same = now.equals(seen.version());
            if (same) {
                replace(address, value);
            }
            return same;
        });
    }
}
