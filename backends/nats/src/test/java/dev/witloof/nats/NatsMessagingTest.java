package dev.witloof.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.witloof.link.Connections;
import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.Message.Metadatum;
import dev.witloof.messaging.service.MessagingException;
import dev.witloof.messaging.service.MessagingService;
import dev.witloof.messaging.service.Subscription;
import dev.witloof.servers.Leaks;
import dev.witloof.servers.NatsServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages, as Java sends and receives them. */
final class NatsMessagingTest {

    private static final Duration LONG = Duration.ofSeconds(5);

    private static NatsServer server;
    private static Leaks before;

    private final BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    private MessagingService service;

    @BeforeAll
    static void start() {
        server = NatsServer.start();
        before = Leaks.now();
    }

    @AfterAll
    static void stop() {
        List<String> left = before.since();
        server.close();
        assertThat(left).isEmpty();
    }

    @BeforeEach
    void open() throws Exception {
        service = connect();
    }

    private static MessagingService connect() throws Exception {
        return Nats.messaging().address(server.address()).build().open(new Connections());
    }

    @AfterEach
    void close() throws Exception {
        service.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Message next() throws InterruptedException {
        Message message = received.poll(5, TimeUnit.SECONDS);
        assertThat(message).isNotNull();
        return message;
    }

    @Test
    void everythingOfAMessageArrives() throws Exception {
        service.subscribe("all.*", received::add);
        List<Metadatum> metadata = List.of(
                new Metadatum("Content-Type", "no type"),
                new Metadatum("Nats-Msg-Id", "not the server's"),
                new Metadatum("a", "1"),
                new Metadatum("b", "naïve"),
                new Metadatum("c", ""),
                new Metadatum("d", "line\r\nend: x"),
                new Metadatum("e", " spaces "),
                new Metadatum("f", "=?UTF-8?B?eA==?="),
                new Metadatum("g", "=?UTF-8?B?!?="),
                new Metadatum("ключ", "значение"),
                new Metadatum("with space", "a=b"));
        service.publish(new Message(
                "all.é", bytes("body"), Optional.of("reply.here"), Optional.of("text/plain; charset=utf-8"), metadata));
        Message message = next();
        assertThat(message.subject()).isEqualTo("all.é");
        assertThat(message.body()).isEqualTo(bytes("body"));
        assertThat(message.replyTo()).contains("reply.here");
        assertThat(message.contentType()).contains("text/plain; charset=utf-8");
        assertThat(message.metadata()).containsExactlyInAnyOrderElementsOf(metadata);
        service.publish(Message.of("all.plain", new byte[0]));
        assertThat(next().isDescribed()).isFalse();
    }

    @Test
    void aRequestIsAnsweredAndOneToNobodyFailsAtOnce() throws Exception {
        service.subscribe("ask", message -> reply(message, "one", "two", "three"));
        assertThat(service.request(Message.of("ask", bytes("?")), LONG, 1))
                .singleElement()
                .satisfies(reply -> assertThat(reply.body()).isEqualTo(bytes("one")));
        assertThat(service.request(Message.of("ask", bytes("?")), LONG, 3))
                .extracting(reply -> new String(reply.body(), StandardCharsets.UTF_8))
                .containsExactly("one", "two", "three");
        assertThat(service.request(Message.of("ask", bytes("?")), Duration.ofMillis(300), 4))
                .hasSize(3);
        for (int expected : new int[] {1, 2}) {
            long began = System.nanoTime();
            assertThat(catchThrowable(() -> service.request(Message.of("nobody", bytes("?")), LONG, expected)))
                    .hasMessage("no reply: nobody is subscribed to \"nobody\"");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONG.dividedBy(2));
        }
    }

    private void reply(Message message, String... texts) {
        try {
            for (String text : texts) {
                service.publish(Message.of(message.replyTo().orElseThrow(), bytes(text)));
            }
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void silenceIsTooLate() throws Exception {
        service.subscribe("silent", received::add);
        for (int expected : new int[] {1, 2}) {
            assertThat(catchThrowable(
                            () -> service.request(Message.of("silent", bytes("?")), Duration.ofMillis(200), expected)))
                    .hasMessage("NATS at " + server.address() + ": expected a reply within 200 ms, found none")
                    .isInstanceOfSatisfying(
                            MessagingException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(MessagingException.Kind.TIMEOUT));
        }
    }

    @Test
    void eachMessageGoesToOneOfAGroup() throws Exception {
        AtomicInteger one = new AtomicInteger();
        AtomicInteger two = new AtomicInteger();
        try (MessagingService other = connect()) {
            service.subscribe("work.>", "workers", message -> {
                one.incrementAndGet();
                received.add(message);
            });
            other.subscribe("work.>", "workers", message -> {
                two.incrementAndGet();
                received.add(message);
            });
            for (int i = 0; i < 100; i++) {
                service.publish(Message.of("work.a.b", bytes("" + i)));
            }
            for (int i = 0; i < 100; i++) {
                next();
            }
            assertThat(received.poll(100, TimeUnit.MILLISECONDS)).isNull();
            assertThat(one.get() + two.get()).isEqualTo(100);
            assertThat(one.get()).isBetween(1, 99);
        }
    }

    @Test
    void aHandlerThatFailsIsCalledAgain() throws Exception {
        service.subscribe("odd", message -> {
            received.add(message);
            throw new IllegalStateException("a mistake");
        });
        service.publish(Message.of("odd", bytes("1")));
        service.publish(Message.of("odd", bytes("2")));
        assertThat(next().body()).isEqualTo(bytes("1"));
        assertThat(next().body()).isEqualTo(bytes("2"));
    }

    @Test
    void afterItsEndASubscriptionHearsNothing() throws Exception {
        Subscription subscription = service.subscribe("heard", received::add);
        assertThat(subscription.pattern()).isEqualTo("heard");
        service.publish(Message.of("heard", bytes("1")));
        next();
        subscription.close();
        subscription.close();
        service.publish(Message.of("heard", bytes("2")));
        service.check();
        assertThat(received.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void whatIsClosedEndsItsRequestsAndSendsNoMore() throws Exception {
        service.subscribe("silent", received::add);
        Connections connections = new Connections();
        NatsMessaging messaging = Nats.messaging().address(server.address()).build();
        try (MessagingService stays = messaging.open(connections)) {
            MessagingService ends = messaging.open(connections);
            for (int expected : new int[] {1, 2}) {
                MessagingService closed = expected == 1 ? ends : messaging.open(connections);
                LinkedBlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
                Thread thread = new Thread(() -> failures.add(
                        catchThrowable(() -> closed.request(Message.of("silent", bytes("?")), LONG, expected))));
                thread.start();
                next();
                closed.close();
                assertThat(failures.poll(2, TimeUnit.SECONDS))
                        .hasMessage("NATS at " + server.address() + ": expected a connection, found none");
            }
            assertThat(catchThrowable(() -> ends.publish(Message.of("heard", bytes("1")))))
                    .hasMessage("NATS at " + server.address() + ": expected a connection, found none");
            stays.check();
        }
    }

    @Test
    void aMessageThatIsTooLargeIsRefused() throws Exception {
        assertThat(catchThrowable(() -> service.publish(Message.of("large", new byte[9 << 20]))))
                .hasMessage("NATS at " + server.address() + ": expected at most 8388608 bytes, found 9437184");
    }
}
