package dev.witloof.messaging;

import dev.witloof.messaging.service.Subjects;
import dev.witloof.name.Printable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Is told what became of each message. It is called by the thread that handled or dropped it, so several threads may call at once;
 * what it throws is ignored.
 */
@FunctionalInterface
public interface DeliveryListener {

    /** A message is done with. */
    void delivered(Delivery delivery);

    /**
     * Warns by SLF4J of everything that was not handled: of a failure its class, because its message may hold a secret, and
     * nothing of the messages but their subjects.
     */
    static DeliveryListener logging() {
        Logger log = LoggerFactory.getLogger(Subscriptions.class);
        return delivery -> delivery.outcome()
                .warning()
                .ifPresent(said -> log.warn(
                        "message to {} for {} {}",
                        Subjects.quoted(delivery.message().subject()),
                        Printable.quoted(delivery.export()),
                        said));
    }
}
