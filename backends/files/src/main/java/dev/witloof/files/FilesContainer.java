package dev.witloof.files;

import static dev.witloof.files.FilesBlobService.told;

import dev.witloof.blobstore.service.BlobException;
import dev.witloof.blobstore.service.ByteRange;
import dev.witloof.blobstore.service.NamePage;
import dev.witloof.blobstore.service.ObjectInfo;
import dev.witloof.blobstore.service.StoredContainer;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * A container.
 *
 * @param shelf its objects
 * @param pageSize how many names a part of a listing has
 */
record FilesContainer(Shelf shelf, int pageSize) implements StoredContainer {

    private static final long SECOND = 1000;

    @Override
    public String name() {
        return shelf.name();
    }

    @Override
    public long createdAt() throws BlobException {
        OptionalLong madeAt = told("info", shelf::madeAt);
        if (madeAt.isEmpty()) {
            throw BlobException.noSuchContainer(name());
        }
        return madeAt.getAsLong() / SECOND;
    }

    @Override
    public ObjectFile read(String object, ByteRange range) throws BlobException {
        return told("get-data", () -> {
            Reading reading = shelf.open(Address.of(object));
            if (reading == null) {
                throw absent(object);
            }
            return ObjectFile.of(reading, range);
        });
    }

    /** What is wrong where there is no such object. */
    private BlobException absent(String object) throws IOException {
        return shelf.exists() ? BlobException.noSuchObject(name(), object) : BlobException.noSuchContainer(name());
    }

    /** Whoever sees nothing has to know that this is because the container is empty. */
    private void isThere() throws IOException, BlobException {
        if (!shelf.exists()) {
            throw BlobException.noSuchContainer(name());
        }
    }

    @Override
    public ObjectDraft write(String object) throws BlobException {
        return told("write-data", () -> {
            isThere();
            return ObjectDraft.of(shelf, Address.of(object));
        });
    }

    @Override
    public NamePage list(String cursor) throws BlobException {
        long from = cursor.isEmpty() ? 0 : number(cursor);
        return told("list-objects", () -> {
            isThere();
            Shelf.Listing listing = shelf.list(from, pageSize);
            return listing.next().isPresent()
                    ? NamePage.before(Long.toUnsignedString(listing.next().getAsLong()), listing.keys())
                    : NamePage.last(listing.keys());
        });
    }

    private static long number(String cursor) throws BlobException {
        try {
            return Long.parseUnsignedLong(cursor);
        } catch (NumberFormatException notOurs) {
            throw new BlobException("list-objects: expected a cursor that a listing gave, found another");
        }
    }

    @Override
    public void delete(String object) throws BlobException {
        Address address = Address.of(object);
        told("delete-object", () -> {
            isThere();
            return shelf.directory().locks().holding(address.shard(), () -> {
                shelf.remove(address);
                return true;
            });
        });
    }

    @Override
    public boolean has(String object) throws BlobException {
        return told("has-object", () -> {
            boolean has = shelf.has(Address.of(object));
            if (!has) {
                isThere();
            }
            return has;
        });
    }

    @Override
    public ObjectInfo info(String object) throws BlobException {
        return told("object-info", () -> {
            try (Reading reading = shelf.open(Address.of(object))) {
                if (reading == null) {
                    throw absent(object);
                }
                return new ObjectInfo(
                        reading.header().length(), reading.header().writtenAt() / SECOND);
            }
        });
    }

    @Override
    public void clear() throws BlobException {
        told("clear", () -> {
            isThere();
            shelf.clear();
            return true;
        });
    }
}
