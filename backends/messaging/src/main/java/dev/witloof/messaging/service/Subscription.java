package dev.witloof.messaging.service;

/** A subscription, which lasts until it is closed. */
public interface Subscription extends AutoCloseable {

    /** The pattern of the subjects whose messages it is given. */
    String pattern();

    /** Ends it: no message is handed over afterwards but one that is on its way already. Closing again does nothing. */
    @Override
    void close();
}
