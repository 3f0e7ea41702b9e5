package dev.witloof.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.MessagingException;
import dev.witloof.messaging.service.MessagingService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What messaging in memory has beyond the contract: bounds, and one order. */
final class InMemoryMessagingTest {

    private static Message message(String subject, int size) {
        return Message.of(subject, new byte[size]);
    }

    @Test
    void aMessageThatIsTooLargeIsRefused() throws Exception {
        try (MessagingService service =
                InMemoryMessaging.builder().maximumBodyBytes(10).build().open()) {
            service.publish(message("a", 10));
            assertThatThrownBy(() -> service.publish(message("a", 11)))
                    .isInstanceOf(MessagingException.class)
                    .hasMessage("body: expected at most 10 bytes, found 11");
        }
    }

    @Test
    void aHandlerThatHasTooMuchRefusesAndOthersDoNot() throws Exception {
        try (MessagingService service =
                InMemoryMessaging.builder().maximumPending(2).build().open()) {
            CountDownLatch inside = new CountDownLatch(1);
            CountDownLatch mayLeave = new CountDownLatch(1);
            List<String> slow = new ArrayList<>();
            List<String> quick = new ArrayList<>();
            service.subscribe("a", message -> {
                inside.countDown();
                try {
                    mayLeave.await();
                } catch (InterruptedException interrupt) {
                    throw new IllegalStateException(interrupt);
                }
                slow.add(message.toString());
            });
            service.subscribe("a", message -> quick.add(message.toString()));
            AtomicReference<Exception> failure = new AtomicReference<>();
            Thread first = new Thread(() -> {
                try {
                    service.publish(message("a", 1));
                } catch (MessagingException refused) {
                    failure.set(refused);
                }
            });
            first.start();
            inside.await();
            service.publish(message("a", 2));
            service.publish(message("a", 3));
            assertThatThrownBy(() -> service.publish(message("a", 4)))
                    .isInstanceOf(MessagingException.class)
                    .hasMessage("publish: 1 of 2 subscribers have 2 messages waiting");
            mayLeave.countDown();
            first.join();

            assertThat(failure.get()).isNull();
            assertThat(slow).containsExactly("message to a, 1 byte", "message to a, 2 bytes", "message to a, 3 bytes");
            assertThat(quick).hasSize(4);
        }
    }

    @Test
    void oneThreadSeesOneOrder() throws Exception {
        InMemoryMessaging messaging = Messages.inMemory();
        List<String> seen = new ArrayList<>();
        try (MessagingService service = messaging.open()) {
            service.subscribe("a", message -> {
                seen.add("first " + message.subject());
                try {
                    service.publish(message.to("b"));
                } catch (MessagingException failure) {
                    throw new IllegalStateException(failure);
                }
            });
            service.subscribe("b", message -> seen.add("second " + message.subject()));
            service.subscribe("*", message -> seen.add("third " + message.subject()));
            service.publish(message("a", 1));
        }

        assertThat(seen).containsExactly("first a", "second b", "third b", "third a");
    }

    @Test
    void membersOfAGroupTakeTurns() throws Exception {
        List<String> seen = new ArrayList<>();
        try (MessagingService service = Messages.inMemory().open();
                var one = service.subscribe("a", "g", message -> seen.add("one"));
                var two = service.subscribe("a", "g", message -> seen.add("two"))) {
            service.subscribe("a", "other", message -> seen.add("other"));
            for (int i = 0; i < 3; i++) {
                service.publish(message("a", 1));
            }
            one.close();
            service.publish(message("a", 1));
        }

        assertThat(seen).containsExactly("one", "other", "two", "other", "one", "other", "two", "other");
    }

    @Test
    void anErrorOfAHandlerIsThePublishersAndTheNextMessageIsDelivered() throws Exception {
        List<String> seen = new ArrayList<>();
        try (MessagingService service = Messages.inMemory().open()) {
            service.subscribe("a", message -> {
                seen.add(message.toString());
                if (seen.size() == 1) {
                    throw new AssertionError("a test's");
                }
            });
            assertThatThrownBy(() -> service.publish(message("a", 1))).hasMessage("a test's");
            service.publish(message("a", 2));
        }

        assertThat(seen).containsExactly("message to a, 1 byte", "message to a, 2 bytes");
    }

    @Test
    void settingsHaveBounds() {
        assertThat(Messages.inMemory().description()).isEqualTo("in-memory messaging");
        assertThatThrownBy(() -> InMemoryMessaging.builder().maximumBodyBytes(0))
                .hasMessage("maximumBodyBytes: expected 1 or more, found 0");
        assertThatThrownBy(() -> InMemoryMessaging.builder().maximumPending(0))
                .hasMessage("maximumPending: expected 1 or more, found 0");
    }
}
