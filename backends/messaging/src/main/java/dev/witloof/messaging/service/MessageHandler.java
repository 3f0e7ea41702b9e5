package dev.witloof.messaging.service;

/**
 * Takes the messages of a subscription, one at a time and in the order in which the system delivers them. It is called on a
 * thread that is not its own (that of a client library, of the publisher, of an executor), so it returns soon: what takes
 * longer is handed on.
 */
@FunctionalInterface
public interface MessageHandler {

    /** Takes a message. What it throws is a mistake of the handler; the subscription goes on. */
    void handle(Message message);
}
