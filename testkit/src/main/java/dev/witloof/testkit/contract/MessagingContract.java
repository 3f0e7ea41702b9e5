package dev.witloof.testkit.contract;

import static dev.witloof.testkit.contract.Values.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.MessagingException;
import dev.witloof.messaging.service.MessagingService;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * What messaging promises to components, through {@code wasmcloud:messaging@0.2.0} and {@code wasi:messaging@0.2.0-draft}, each
 * imported with a name and without, and to those who are subscribed.
 */
public abstract class MessagingContract extends PublishClauses {

    /** For the class that extends it. */
    protected MessagingContract() {}

    @Test
    final void aRequestHasItsReply() throws Exception {
        java.subscribe(subject("ask"), replying(java, "got ", 1));
        assertThat(text(sender.request(subject("ask"), bytes("x"), Sender.LONG_MILLIS)))
                .as(says(MessagingClause.REQUEST))
                .isEqualTo("got x");
        assertThat(text(sender.request(subject("ask"), bytes(""), Sender.LONG_MILLIS)))
                .as(says(MessagingClause.REQUEST))
                .isEqualTo("got ");
    }

    @Test
    final void aReplyMayBeLarge() throws Exception {
        byte[] large = Values.random(1 << 20, 7);
        java.subscribe(subject("ask"), message -> {
            try {
                java.publish(Message.of(message.replyTo().orElseThrow(), message.body()));
            } catch (MessagingException failure) {
                throw new IllegalStateException(failure);
            }
        });
        assertThat(Values.shown(sender.request(subject("ask"), large, Sender.LONG_MILLIS)))
                .as(says(MessagingClause.WHOLE))
                .isEqualTo(Values.shown(large));
    }

    @Test
    final void ofSeveralRepliesTheFirstCounts() throws Exception {
        java.subscribe(subject("ask"), replying(java, "got ", 3));
        for (int i = 0; i < 5; i++) {
            assertThat(text(sender.request(subject("ask"), bytes("" + i), Sender.LONG_MILLIS)))
                    .as(says(MessagingClause.OWN_REPLIES))
                    .isEqualTo("got " + i);
        }
    }

    @Test
    final void aRequestWithoutReplyFailsInItsTime() throws Exception {
        Heard heard = hear(java, "silence");
        long from = System.nanoTime();
        String kind = sender.refused(MessagingClause.TIME, () -> sender.request(subject("silence"), bytes("x"), 200));
        long millis = (System.nanoTime() - from) / 1_000_000;
        assertThat(kind).as(says(MessagingClause.TIME)).isEqualTo(use.isWasi() ? "timeout" : "other");
        assertThat(millis).as(says(MessagingClause.TIME)).isBetween(195L, 200 + TOLERANCE_MILLIS);
        assertThat(heard.next(says(MessagingClause.DELIVERED)).replyTo())
                .as(says(MessagingClause.REPLY))
                .isPresent();
    }

    @Test
    final void aRequestToNobodyFailsInItsTime() {
        long from = System.nanoTime();
        String kind = sender.refused(MessagingClause.TIME, () -> sender.request(subject("nobody"), bytes("x"), 300));
        long millis = (System.nanoTime() - from) / 1_000_000;
        assertThat(kind).as(says(MessagingClause.TIME)).isIn("timeout", "other");
        assertThat(millis).as(says(MessagingClause.TIME)).isLessThan(300 + TOLERANCE_MILLIS);
    }

    @Test
    final void aRequestWithNoTimeAtAllIsSentAndFails() throws Exception {
        Heard heard = hear(java, "silence");
        sender.refused(MessagingClause.TIME, () -> sender.request(subject("silence"), bytes("x"), 0));
        heard.expect(says(MessagingClause.DELIVERED), "x");
    }

    @Test
    final void repliesComeToTheirOwnRequests() throws Exception {
        java.subscribe(subject("ask"), replying(java, "got ", 1));
        Together.run(4, thread -> {
            for (int i = 0; i < 25; i++) {
                String asked = thread + " " + i;
                assertThat(text(sender.request(subject("ask"), bytes(asked), Sender.LONG_MILLIS)))
                        .as(says(MessagingClause.OWN_REPLIES))
                        .isEqualTo("got " + asked);
            }
        });
    }

    @Test
    final void aLateReplyIsNobodysElse() throws Exception {
        AtomicReference<String> late = new AtomicReference<>("");
        java.subscribe(subject("late"), message -> late.set(message.replyTo().orElseThrow()));
        java.subscribe(subject("ask"), message -> {
            try {
                java.publish(Message.of(late.get(), bytes("late")));
            } catch (MessagingException failure) {
                throw new IllegalStateException(failure);
            }
            replying(java, "got ", 1).handle(message);
        });
        sender.refused(MessagingClause.TIME, () -> sender.request(subject("late"), bytes("x"), 150));
        assertThat(late.get()).as(says(MessagingClause.REPLY)).isNotEmpty();
        assertThat(text(sender.request(subject("ask"), bytes("x"), Sender.LONG_MILLIS)))
                .as(says(MessagingClause.OWN_REPLIES))
                .isEqualTo("got x");
    }

    @Test
    final void anInterruptEndsARequest() throws Exception {
        hear(java, "silence");
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try {
                sender.refused(
                        MessagingClause.INTERRUPT,
                        () -> sender.request(subject("silence"), bytes("x"), 2 * Sender.LONG_MILLIS));
                assertThat(Thread.currentThread().isInterrupted())
                        .as(says(MessagingClause.INTERRUPT))
                        .isTrue();
            } catch (Throwable thrown) {
                failure.set(thrown);
            }
        });
        thread.start();
        Thread.sleep(100);
        thread.interrupt();
        thread.join(Sender.LONG_MILLIS);
        assertThat(thread.isAlive()).as(says(MessagingClause.INTERRUPT)).isFalse();
        assertThat(failure.get()).as(says(MessagingClause.INTERRUPT)).isNull();
    }

    @Test
    final void whatIsClosedEndsItsRequests() throws Exception {
        hear(java, "silence");
        AtomicReference<Object> kind = new AtomicReference<>("still waiting");
        Sender other = closing(Sender.start(use, messaging));
        Thread thread = new Thread(() -> {
            try {
                kind.set(other.refused(
                        MessagingClause.CLOSED,
                        () -> other.request(subject("silence"), bytes("x"), 2 * Sender.LONG_MILLIS)));
            } catch (Throwable thrown) {
                kind.set(thrown);
            }
        });
        thread.start();
        Thread.sleep(100);
        other.close();
        thread.join(Sender.LONG_MILLIS);
        assertThat(kind.get()).as(says(MessagingClause.CLOSED)).isEqualTo(use.isWasi() ? "connection" : "other");
    }

    @Test
    final void javaAndComponentsAreAlike() throws Exception {
        MessagingService other = connect(again(messaging));
        other.subscribe(subject("ask"), replying(other, "other's ", 1));
        assertThat(text(sender.request(subject("ask"), bytes("x"), Sender.LONG_MILLIS)))
                .as(says(MessagingClause.AGAIN))
                .isEqualTo("other's x");
        assertThat(java.request(Message.of(subject("ask"), bytes("y")), Duration.ofSeconds(10), 1))
                .as(says(MessagingClause.AGAIN))
                .singleElement()
                .satisfies(reply -> assertThat(text(reply.body())).isEqualTo("other's y"));
    }
}
