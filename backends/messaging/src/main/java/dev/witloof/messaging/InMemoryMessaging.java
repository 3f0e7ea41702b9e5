package dev.witloof.messaging;

import dev.witloof.link.Connections;
import dev.witloof.messaging.service.MessagingBackend;
import dev.witloof.messaging.service.MessagingService;

/**
 * Messages in memory, on the publisher's thread: when {@code publish} returns, every handler has been given the message, unless
 * another thread is giving that handler messages at the moment, which then gives this one too. So a test with one thread
 * sees the same order each time. It starts no thread.
 */
public final class InMemoryMessaging extends MessagingBackend {

    private final Subscribers subscribers;

    private InMemoryMessaging(Builder builder) {
        subscribers = new Subscribers(builder.maximumBodyBytes, builder.maximumPending);
    }

    /** Messaging with bounds of its own. */
    public static Builder builder() {
        return new Builder();
    }

    /** {@code in-memory messaging}. */
    @Override
    public String description() {
        return "in-memory messaging";
    }

    /** A connection of its own; all connections of this object hear each other. */
    @Override
    public MessagingService open(Connections connections) {
        return open();
    }

    /** A connection for Java, to be closed by the caller. */
    public MessagingService open() {
        return new InMemoryConnection(subscribers);
    }

    /** Collects bounds. */
    public static final class Builder {

        private int maximumBodyBytes = 8 << 20;
        private int maximumPending = 10_000;

        private Builder() {}

        /**
         * How many bytes a message may have, by default 8 MiB; larger ones are refused.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder maximumBodyBytes(int bytes) {
            maximumBodyBytes = atLeastOne("maximumBodyBytes", bytes);
            return this;
        }

        /**
         * How many messages may wait for one handler while it has another, by default 10,000. A message that finds it so is
         * refused to its publisher; other handlers may have had it.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder maximumPending(int messages) {
            maximumPending = atLeastOne("maximumPending", messages);
            return this;
        }

        private static int atLeastOne(String what, int number) {
            if (number < 1) {
                throw new IllegalArgumentException(what + ": expected 1 or more, found " + number);
            }
            return number;
        }

        /** The messaging, with nobody subscribed. */
        public InMemoryMessaging build() {
            return new InMemoryMessaging(this);
        }
    }
}
