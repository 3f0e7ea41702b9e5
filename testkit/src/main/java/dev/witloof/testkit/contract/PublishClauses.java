package dev.witloof.testkit.contract;

import static dev.witloof.testkit.contract.Values.bytes;
import static dev.witloof.testkit.contract.Values.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.link.Connections;
import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.MessagingBackend;
import dev.witloof.messaging.service.MessagingException;
import dev.witloof.messaging.service.MessagingService;
import dev.witloof.messaging.service.Subscription;
import dev.witloof.messaging.v0_2_0_draft.Producer;
import dev.witloof.messaging.v0_2_0_draft.RequestReply;
import dev.witloof.messaging.v0_2_0_draft.Types;
import dev.witloof.messaging.wasmcloud.v0_2_0.Consumer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is promised of messages that are sent without waiting for anybody, and of those who are subscribed. */
@ParameterizedClass
@EnumSource(MessagingUse.class)
abstract class PublishClauses extends MessagingTests {

    private static final int MEBIBYTE = 1 << 20;

    @Parameter
    MessagingUse use;

    @Override
    final MessagingUse use() {
        return use;
    }

    @Test
    final void whatIsSentArrives() throws Exception {
        Heard heard = hear(java, "orders.new");
        sender.publish(subject("orders.new"), bytes("tea"));
        Message message = heard.next(says(MessagingClause.DELIVERED));
        assertThat(message.subject()).as(says(MessagingClause.WHOLE)).isEqualTo(subject("orders.new"));
        assertThat(message.body()).as(says(MessagingClause.WHOLE)).isEqualTo(bytes("tea"));
        assertThat(message.replyTo()).as(says(MessagingClause.WHOLE)).isEmpty();
        assertThat(message.contentType()).as(says(MessagingClause.WHOLE)).isEmpty();
        assertThat(message.metadata()).as(says(MessagingClause.WHOLE)).isEmpty();
        heard.expectNothing(says(MessagingClause.DELIVERED));
    }

    @Test
    final void toSendToNobodyIsNoError() throws Exception {
        sender.publish(subject("nobody"), bytes("tea"));
        // Messages of one sender come in order: when the second has come, the first has come to nobody.
        Heard somebody = hear(java, "somebody");
        sender.publish(subject("somebody"), bytes("milk"));
        somebody.expect(says(MessagingClause.NOBODY), "milk");
        Heard heard = hear(java, "nobody");
        heard.expectNothing(says(MessagingClause.NOBODY));
    }

    @Test
    final void everySubscriberHasIt() throws Exception {
        Heard first = hear(java, "news");
        Heard second = hear(java, "news");
        Heard third = hear(connect(messaging), "news");
        sender.publish(subject("news"), bytes("1"));
        sender.publish(subject("news"), bytes("2"));
        for (Heard each : List.of(first, second, third)) {
            each.expect(says(MessagingClause.DELIVERED), "1", "2");
        }
    }

    @Test
    final void theOrderOfOnePublisherIsKept() throws Exception {
        Heard heard = hear(java, "order");
        for (int i = 0; i < 500; i++) {
            sender.publish(subject("order"), bytes("" + i));
        }
        List<Message> all = heard.next(says(MessagingClause.ORDER), 500);
        for (int i = 0; i < 500; i++) {
            assertThat(new String(all.get(i).body(), StandardCharsets.UTF_8))
                    .as(says(MessagingClause.ORDER))
                    .isEqualTo("" + i);
        }
    }

    @Test
    final void manyPublishersKeepTheirOrders() throws Exception {
        Heard heard = hear(java, "many");
        Together.run(4, thread -> {
            for (int i = 0; i < 100; i++) {
                sender.publish(subject("many"), bytes(thread + " " + i));
            }
        });
        Map<String, Integer> next = new HashMap<>();
        for (Message message : heard.next(says(MessagingClause.DELIVERED), 400)) {
            String[] words = new String(message.body(), StandardCharsets.UTF_8).split(" ");
            int expected = next.merge(words[0], 1, Integer::sum) - 1;
            assertThat(Integer.parseInt(words[1]))
                    .as(says(MessagingClause.ORDER))
                    .isEqualTo(expected);
        }
        assertThat(next).as(says(MessagingClause.DELIVERED)).hasSize(4);
        heard.expectNothing(says(MessagingClause.DELIVERED));
    }

    @Test
    final void aStarStandsForOneToken() throws Exception {
        Heard heard = hear(java, "a.*.c");
        for (String each : List.of("a.b.c", "a.c", "a.b.b.c", "a.b.c.d", "a.b", "x.b.c", "a.bb.c", "A.b.c")) {
            sender.publish(subject(each), bytes(each));
        }
        heard.expect(says(MessagingClause.PATTERNS), "a.b.c", "a.bb.c");
    }

    @Test
    final void greaterThanStandsForTheRest() throws Exception {
        Heard heard = hear(java, "a.>");
        for (String each : List.of("a.b", "a", "a.b.c.d", "ab.c", "b.a.b", "a.é")) {
            sender.publish(subject(each), bytes(each));
        }
        heard.expect(says(MessagingClause.PATTERNS), "a.b", "a.b.c.d", "a.é");
    }

    @Test
    final void aSubjectIsNoBeginningOfAnother() throws Exception {
        Heard heard = hear(java, "orders");
        for (String each : List.of("orders", "orders.new", "order", "orderss", "ORDERS")) {
            sender.publish(subject(each), bytes(each));
        }
        heard.expect(says(MessagingClause.PATTERNS), "orders");
    }

    @Test
    final void whatOtherSystemsTakeForPatternsIsNone() throws Exception {
        Heard question = hear(java, "a?");
        Heard brackets = hear(java, "[ab]");
        Heard backslash = hear(java, "a\\b.*");
        for (String each : List.of("ab", "a?", "a", "[ab]", "a\\b.c", "ab.c")) {
            sender.publish(subject(each), bytes(each));
        }
        question.expect(says(MessagingClause.PATTERNS), "a?");
        brackets.expect(says(MessagingClause.PATTERNS), "[ab]");
        backslash.expect(says(MessagingClause.PATTERNS), "a\\b.c");
    }

    @Test
    final void whoIsSubscribedTwiceHasItTwice() throws Exception {
        Heard star = hear(java, "twice.*");
        Heard exact = hear(java, "twice.a");
        sender.publish(subject("twice.a"), bytes("x"));
        star.expect(says(MessagingClause.DELIVERED), "x");
        exact.expect(says(MessagingClause.DELIVERED), "x");
    }

    @Test
    final void noBytesAreAMessage() throws Exception {
        Heard heard = hear(java, "empty");
        sender.publish(subject("empty"), new byte[0]);
        heard.expect(says(MessagingClause.WHOLE), "");
    }

    @Test
    final void aMessageMayHaveEveryByte() throws Exception {
        keeps(random(4096, 1));
        byte[] every = new byte[256];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) i;
        }
        keeps(every);
        keeps(bytes("\r\nPUB x 1\r\n\0"));
    }

    @Test
    final void aMessageOf1MebibyteIsKept() throws Exception {
        keeps(random(MEBIBYTE, 1));
    }

    private void keeps(byte[] body) throws Exception {
        Heard heard = hear(java, "keeps." + body.length);
        sender.publish(subject("keeps." + body.length), body);
        assertThat(Values.shown(heard.next(says(MessagingClause.DELIVERED)).body()))
                .as(says(MessagingClause.WHOLE))
                .isEqualTo(Values.shown(body));
    }

    @Test
    final void subjectsMayHaveAnyLetters() throws Exception {
        Heard heard = hear(java, ">");
        List<String> subjects =
                List.of("größe.ключ", "鍵.😀", "a-b_c", "$x", "{a}", "a:b/c", "%2F", "e\u0301", "a,b;c", "'\"`");
        for (String each : subjects) {
            sender.publish(subject(each), bytes(each));
        }
        for (Message message : heard.next(says(MessagingClause.SUBJECTS), subjects.size())) {
            assertThat(message.subject())
                    .as(says(MessagingClause.WHOLE))
                    .isEqualTo(subject(new String(message.body(), StandardCharsets.UTF_8)));
        }
    }

    @Test
    final void whatIsNoSubjectIsRefused() throws Exception {
        Heard heard = hear(java, ">");
        for (String each : List.of(
                "", ".", "a..b", ".a", "a.", "a b", "a\tb", "a\nb", "a\0", "*", "a.*", ">", "a.>", "a*", "\u2028")) {
            String wrong = each.isEmpty() ? "" : subject(each);
            assertThat(sender.refusedPublish(MessagingClause.SUBJECTS, wrong, bytes("x")))
                    .as(says(MessagingClause.SUBJECTS))
                    .isEqualTo("other");
            assertThat(sender.refused(
                            MessagingClause.SUBJECTS, () -> sender.request(wrong, bytes("x"), Sender.LONG_MILLIS)))
                    .as(says(MessagingClause.SUBJECTS))
                    .isEqualTo("other");
        }
        heard.expectNothing(says(MessagingClause.SUBJECTS));
    }

    @Test
    final void aLongSubjectIsKeptAndALongerOneRefused() throws Exception {
        String room = "x".repeat(1024 - subject("").length());
        Heard heard = hear(java, room);
        sender.publish(subject(room), bytes("x"));
        heard.expect(says(MessagingClause.SUBJECTS), "x");
        assertThat(sender.refusedPublish(MessagingClause.SUBJECTS, subject(room + "x"), bytes("x")))
                .as(says(MessagingClause.SUBJECTS))
                .isEqualTo("other");
    }

    @Test
    final void aClosedSubscriptionHasNoMoreAndOthersDo() throws Exception {
        Heard closed = new Heard(patience());
        Subscription subscription = java.subscribe(subject("news"), closed);
        Heard open = hear(java, "news");
        sender.publish(subject("news"), bytes("1"));
        closed.expect(says(MessagingClause.DELIVERED), "1");
        subscription.close();
        subscription.close();
        sender.publish(subject("news"), bytes("2"));
        open.expect(says(MessagingClause.CLOSED), "1", "2");
        closed.expectNothing(says(MessagingClause.CLOSED));
    }

    @Test
    final void aClosedConnectionHasNoMoreAndOthersDo() throws Exception {
        MessagingService other = messaging.open(new Connections());
        Heard closed = hear(other, "news");
        Heard open = hear(java, "news");
        sender.publish(subject("news"), bytes("1"));
        closed.expect(says(MessagingClause.DELIVERED), "1");
        other.close();
        sender.publish(subject("news"), bytes("2"));
        open.expect(says(MessagingClause.CLOSED), "1", "2");
        closed.expectNothing(says(MessagingClause.CLOSED));
    }

    @Test
    final void whatIsClosedSendsNoMore() throws Exception {
        Heard heard = hear(java, "news");
        try (Sender other = Sender.start(use, messaging)) {
            other.close();
            assertThat(other.refusedPublish(MessagingClause.CLOSED, subject("news"), bytes("1")))
                    .as(says(MessagingClause.CLOSED))
                    .isEqualTo(use.isWasi() ? "connection" : "other");
        }
        sender.publish(subject("news"), bytes("2"));
        heard.expect(says(MessagingClause.CLOSED), "2");
    }

    @Test
    final void aHandlerThatThrowsHasTheNextMessage() throws Exception {
        Heard heard = new Heard(patience());
        java.subscribe(subject("throws"), message -> {
            heard.handle(message);
            throw new IllegalStateException("a handler's mistake");
        });
        sender.publish(subject("throws"), bytes("1"));
        sender.publish(subject("throws"), bytes("2"));
        heard.expect(says(MessagingClause.DELIVERED), "1", "2");
    }

    @Test
    final void aHandlerSendsToItself() throws Exception {
        CountDownLatch done = new CountDownLatch(200);
        AtomicInteger depth = new AtomicInteger();
        List<Integer> depths = new ArrayList<>();
        java.subscribe(subject("again"), message -> {
            depths.add(depth.incrementAndGet());
            done.countDown();
            try {
                if (done.getCount() > 0) {
                    java.publish(message);
                }
            } catch (MessagingException failure) {
                throw new IllegalStateException(failure);
            } finally {
                depth.decrementAndGet();
            }
        });
        sender.publish(subject("again"), bytes("x"));
        assertThat(done.await(patience().toMillis(), TimeUnit.MILLISECONDS))
                .as(says(MessagingClause.DELIVERED))
                .isTrue();
        assertThat(depths).as(says(MessagingClause.ORDER)).allMatch(each -> each == 1);
    }

    @Test
    final void ofAGroupOneHasEachMessage() throws Exception {
        if (!can(MessagingAbility.GROUPS)) {
            assertThatThrownBy(() -> java.subscribe(subject("work"), "group", new Heard(patience())))
                    .as(says(MessagingClause.ERRORS))
                    .isInstanceOfSatisfying(
                            MessagingException.class,
                            refused -> assertThat(refused.kind()).isEqualTo(MessagingException.Kind.OTHER));
            return;
        }
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();
        Heard all = hear(java, "work");
        CountDownLatch done = new CountDownLatch(100);
        java.subscribe(subject("work"), "group", message -> {
            first.incrementAndGet();
            done.countDown();
        });
        connect(messaging).subscribe(subject("work"), "group", message -> {
            second.incrementAndGet();
            done.countDown();
        });
        for (int i = 0; i < 100; i++) {
            sender.publish(subject("work"), bytes("" + i));
        }
        assertThat(done.await(patience().toMillis(), TimeUnit.MILLISECONDS))
                .as(says(MessagingClause.GROUPS))
                .isTrue();
        all.next(says(MessagingClause.DELIVERED), 100);
        all.expectNothing(says(MessagingClause.DELIVERED));
        assertThat(first.get() + second.get()).as(says(MessagingClause.GROUPS)).isEqualTo(100);
        assertThat(first.get()).as(says(MessagingClause.GROUPS)).isBetween(1, 99);
    }

    @Test
    final void anotherProgramHearsAndIsHeard() throws Exception {
        MessagingBackend other = again(messaging);
        Heard here = hear(java, "both");
        Heard there = hear(connect(other), "both");
        try (Sender theirs = Sender.start(use, other)) {
            sender.publish(subject("both"), bytes("here"));
            here.next(says(MessagingClause.AGAIN));
            theirs.publish(subject("both"), bytes("there"));
        }
        here.expect(says(MessagingClause.AGAIN), "there");
        there.expect(says(MessagingClause.AGAIN), "here", "there");
    }

    @Test
    final void everyUseIsHeardAlike() throws Exception {
        Heard heard = hear(java, "uses");
        for (MessagingUse each : MessagingUse.values()) {
            try (Sender other = Sender.start(each, messaging)) {
                other.publish(subject("uses"), bytes("x"));
                Message message = heard.next(says(MessagingClause.NAMES));
                assertThat(message.subject()).as(says(MessagingClause.NAMES)).isEqualTo(subject("uses"));
                assertThat(message.body()).as(says(MessagingClause.NAMES)).isEqualTo(bytes("x"));
                assertThat(message.isDescribed())
                        .as(says(MessagingClause.NAMES))
                        .isFalse();
            }
        }
    }

    @Test
    final void itIsThere() throws Exception {
        java.check();
        assertThat(messaging.serves())
                .as(says(MessagingClause.NAMES))
                .containsExactlyElementsOf(messaging.serves())
                .contains(Consumer.class, Types.class, Producer.class, RequestReply.class);
    }
}
