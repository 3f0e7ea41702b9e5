package dev.witloof.blobstore.service;

import java.util.List;

/**
 * A container of objects, to be used by any number of threads. It holds nothing open, so there is nothing to close. What is asked
 * of a container that was removed meanwhile is an error, unless one of its name was made again.
 */
public interface StoredContainer {

    /** Its name. */
    String name();

    /**
     * When it was made, in seconds since 1970-01-01T00:00:00Z.
     *
     * @throws BlobException {@linkplain BlobException#noSuchContainer if it is not there any more}
     */
    long createdAt() throws BlobException;

    /**
     * Opens an object, or part of it. What is read is the object as it was at this moment, whatever is written, replaced or
     * removed until the reader is closed.
     *
     * @throws BlobException {@linkplain BlobException#noSuchObject if it is not there}
     */
    ObjectReader read(String object, ByteRange range) throws BlobException;

    /**
     * Begins to write an object. Until {@link ObjectWriter#commit()} nobody sees any of it, and what stood there before stays;
     * of two writers the one that commits last has written the object.
     *
     * @throws BlobException if the container is not there, or the name cannot be one of an object
     */
    ObjectWriter write(String object) throws BlobException;

    /**
     * A part of the names of all objects, as long as suits the store. An object that is there from the first part to the last is
     * listed exactly once, whatever else is written and removed meanwhile.
     *
     * @param cursor where to begin: empty, or the {@linkplain NamePage#next() end} of an earlier part, which is good with every
     *     other object, start or process of the same store
     */
    NamePage list(String cursor) throws BlobException;

    /** Removes an object; if it is not there, nothing happens. */
    void delete(String object) throws BlobException;

    /** Removes several objects; those that are not there are passed over. */
    default void deleteMany(List<String> objects) throws BlobException {
        for (String each : objects) {
            delete(each);
        }
    }

    /** Whether there is an object of this name. */
    boolean has(String object) throws BlobException;

    /**
     * What is known about an object.
     *
     * @throws BlobException {@linkplain BlobException#noSuchObject if it is not there}
     */
    ObjectInfo info(String object) throws BlobException;

    /** Removes all objects. Those that others write meanwhile may stay. */
    void clear() throws BlobException;
}
