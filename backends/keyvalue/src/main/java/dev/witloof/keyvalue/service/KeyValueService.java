package dev.witloof.keyvalue.service;

/** An open store. Any number of threads may use it and its buckets. */
public interface KeyValueService extends AutoCloseable {

    /**
     * The bucket of this name, which is made if there is none and the store lets components do that. It is not asked for
     * more than its name here: a store need not reach its server.
     *
     * @throws KeyValueException {@link KeyValueException.Kind#NO_SUCH_STORE} if there is none and none may be made
     */
    StoredBucket open(String name) throws KeyValueException;

    /**
     * Asks the store whether it can serve, by one request at most and within the time that calls have.
     *
     * @throws KeyValueException if it cannot
     */
    default void check() throws KeyValueException {}

    /** Closes what was opened for it. */
    @Override
    default void close() throws Exception {}
}
