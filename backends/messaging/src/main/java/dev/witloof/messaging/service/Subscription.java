package dev.witloof.messaging.service;

/** A subscription, which lasts until it is closed. */
public interface Subscription extends AutoCloseable {

    /** The pattern of the subjects whose messages it is given. */
    String pattern();

    /** Ends it: no call of the handler begins once this has returned. Closing again does nothing. */
    @Override
    void close();
}
