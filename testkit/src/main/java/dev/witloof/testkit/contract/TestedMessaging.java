package dev.witloof.testkit.contract;

import dev.witloof.messaging.service.MessagingBackend;
import java.time.Duration;
import java.util.Set;

/**
 * The messaging that {@link MessagingContract} and its neighbours test. Put it in an interface of your own with default methods, and let one class
 * for each contract implement it:
 *
 * <pre>{@code
 * class PigeonTest {
 *     interface Pigeon extends TestedMessaging {
 *         @Override
 *         default MessagingBackend fresh() {
 *             return new PigeonMessaging();
 *         }
 *     }
 *
 *     @Nested
 *     class Interfaces extends MessagingContract implements Pigeon {}
 *
 *     @Nested
 *     class Wasi extends WasiMessagingContract implements Pigeon {}
 *
 *     @Nested
 *     class Guest extends MessagingGuestContract implements Pigeon {}
 * }
 * }</pre>
 */
public interface TestedMessaging {

    /**
     * Messaging, not started. Each test uses subjects of its own, so it may be one server for all of them.
     *
     * @throws Exception if there is none to be had; the test then fails
     */
    MessagingBackend fresh() throws Exception;

    /**
     * The same messaging once more, as another program would have it: by default the same object, which is right where
     * messages live in memory.
     *
     * @param messaging what {@link #fresh()} or this method gave
     * @throws Exception if it cannot be had; the test then fails
     */
    default MessagingBackend again(MessagingBackend messaging) throws Exception {
        return messaging;
    }

    /** What it cannot do, and so has to refuse; by default nothing. */
    default Set<MessagingAbility> unable() {
        return Set.of();
    }

    /** How long a message may be on its way; by default five seconds. */
    default Duration patience() {
        return Duration.ofSeconds(5);
    }
}
