package dev.witloof.blobstore.service;

/**
 * An open store of containers, to be used by any number of threads. Other processes may use the same store at the same time; what
 * a call did is seen by each call that begins afterwards, in whichever process, unless the store's documentation says otherwise.
 *
 * <p>Whatever goes wrong in the store is a {@link BlobException}. Any other exception ends the guest's call as a trap.
 */
public interface BlobService extends AutoCloseable {

    /**
     * Makes an empty container.
     *
     * @throws BlobException if there is one of this name, or it cannot be made
     */
    StoredContainer createContainer(String name) throws BlobException;

    /**
     * The container of this name.
     *
     * @throws BlobException {@linkplain BlobException#noSuchContainer if there is none}
     */
    StoredContainer open(String name) throws BlobException;

    /**
     * Removes a container with all its objects. Those that are being read stay readable.
     *
     * @throws BlobException {@linkplain BlobException#noSuchContainer if there is none}
     */
    void delete(String name) throws BlobException;

    /** Whether there is a container of this name. */
    boolean exists(String name) throws BlobException;

    /**
     * Copies an object within this store, and replaces what stands at the destination: whole or not at all. By default its bytes
     * go through this process, in pieces.
     *
     * @throws BlobException if the object or one of the containers is not there; then nothing has changed
     */
    default void copy(ObjectPath from, ObjectPath to) throws BlobException {
        StoredContainer source = open(from.container());
        StoredContainer target = open(to.container());
        try (ObjectReader reader = source.read(from.object(), ByteRange.ALL);
                ObjectWriter writer = target.write(to.object())) {
            reader.transferTo(writer);
            writer.commit();
        }
    }

    /**
     * Moves an object within this store, and replaces what stands at the destination. Moving it to where it is changes nothing.
     * By default it is copied and then deleted, so that it is never nowhere; a failure between the two leaves it in both places.
     *
     * @throws BlobException if the object or one of the containers is not there; then nothing has changed
     */
    default void move(ObjectPath from, ObjectPath to) throws BlobException {
        if (from.equals(to)) {
            open(from.container()).info(from.object());
            return;
        }
        copy(from, to);
        open(from.container()).delete(from.object());
    }

    /**
     * Asks the store whether it is there.
     *
     * @throws Exception if it is not
     */
    default void check() throws Exception {}

    /** Closes what the service opened. */
    @Override
    default void close() throws Exception {}
}
