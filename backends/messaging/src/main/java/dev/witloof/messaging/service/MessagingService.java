package dev.witloof.messaging.service;

import java.time.Duration;
import java.util.List;

/**
 * A messaging system, connected. Any number of threads may use it. Subjects and patterns are those of {@link Subjects}, and
 * have been checked when it is called through a {@link MessagingBackend} or {@code Subscriptions}.
 *
 * <p>Delivery is at most once and to those that are subscribed at the time. Messages of one thread to one subject arrive in the
 * order in which they were published. A system without room for content type or metadata refuses a message that has them
 * ({@link Message#isDescribed}), or has a documented encoding; it never drops them in silence.
 */
public interface MessagingService extends AutoCloseable {

    /** How long a request waits that says nothing of time: until there is a reply, or the connection is closed. */
    Duration WITHOUT_END = Duration.ofNanos(Long.MAX_VALUE);

    /**
     * Sends a message to everybody who is subscribed to its subject, and waits for nobody. Its {@code replyTo} goes with it.
     *
     * @throws MessagingException if it could not be handed to the system
     */
    void publish(Message message) throws MessagingException;

    /**
     * Sends a message and waits for replies, to a subject of the service's own making: the message has no {@code replyTo}.
     *
     * @param timeout how long to wait, {@link #WITHOUT_END} at most; nothing at all is too late at once, after sending
     * @param expectedReplies after how many replies to stop waiting, 1 or more
     * @return the replies, one or more, in the order of their arrival; fewer than expected if the time was up
     * @throws MessagingException if it could not be sent; {@code TIMEOUT} if no reply came in time; {@code CONNECTION} if the
     *     connection was lost or closed while waiting; {@link MessagingException#noResponders} where the system knows that
     *     nobody is there
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    List<Message> request(Message message, Duration timeout, int expectedReplies)
            throws MessagingException, InterruptedException;

    /**
     * Subscribes a handler to the subjects of a pattern. What is published after this has returned is delivered, through
     * whatever connection it is published. After a connection was lost and made anew the subscription is there again.
     *
     * @throws MessagingException if the system refuses it
     */
    Subscription subscribe(String pattern, MessageHandler handler) throws MessagingException;

    /**
     * Subscribes a handler as one of a group: of all handlers of a group each message is given to one.
     *
     * @param group any name without white space; groups of different patterns are different groups
     * @throws MessagingException if the system refuses it, or has no groups
     */
    default Subscription subscribe(String pattern, String group, MessageHandler handler) throws MessagingException {
        throw MessagingException.other("subscribe: groups are not supported here");
    }

    /**
     * Asks the system whether it is there.
     *
     * @throws Exception if it is not
     */
    default void check() throws Exception {}

    /** Ends its subscriptions, and requests that wait with {@code CONNECTION}. Closing again does nothing. */
    @Override
    default void close() throws Exception {}
}
