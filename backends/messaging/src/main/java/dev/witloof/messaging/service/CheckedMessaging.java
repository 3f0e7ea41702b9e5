package dev.witloof.messaging.service;

import java.time.Duration;
import java.util.List;

/** A service behind the checks of what guests say. */
record CheckedMessaging(MessagingService service) {

    /** How many replies a guest may wait for: they are held until the last has come. */
    static final int MOST_REPLIES = 10_000;

    void publish(Message message) throws MessagingException {
        Subjects.check(message.subject());
        if (message.replyTo().isPresent()) {
            Subjects.check(message.replyTo().get());
        }
        service.publish(message);
    }

    /** Replies, one or more; none where none are expected. */
    List<Message> request(Message message, Duration timeout, long expectedReplies) throws MessagingException {
        Subjects.check(message.subject());
        if (expectedReplies > MOST_REPLIES) {
            throw MessagingException.other(
                    "expected replies: expected at most " + MOST_REPLIES + ", found " + expectedReplies);
        }
        if (expectedReplies == 0) {
            service.publish(message);
            return List.of();
        }
        try {
            return service.request(message, timeout, (int) expectedReplies);
        } catch (InterruptedException interrupt) {
            // The guest's call is being ended, or the embedder's thread is: whoever asks next finds the interrupt.
            Thread.currentThread().interrupt();
            throw MessagingException.other("request: interrupted");
        }
    }
}
