package dev.witloof.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.witloof.link.Connections;
import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.Message.Metadatum;
import dev.witloof.messaging.service.MessagingException;
import dev.witloof.messaging.service.MessagingService;
import dev.witloof.messaging.service.Subscription;
import dev.witloof.servers.Leaks;
import dev.witloof.servers.RedisServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages by Redis's channels. */
final class RedisMessagingTest {

    private static RedisServer server;
    private static Leaks before;

    private ExecutorService threads;
    private MessagingService service;

    @BeforeAll
    static void start() {
        server = RedisServer.start();
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
        threads = Executors.newCachedThreadPool();
        service = messaging().executor(threads).build().open(new Connections());
    }

    private static RedisMessaging.Builder messaging() {
        return Redis.messaging().address(server.address()).prefix("app/[*]").callTimeout(Duration.ofMillis(800));
    }

    @AfterEach
    void close() throws Exception {
        service.close();
        threads.shutdown();
        assertThat(threads.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
    }

    private static Message message(String subject, String body) {
        return Message.of(subject, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Message message) {
        return message.subject() + " " + new String(message.body(), StandardCharsets.UTF_8);
    }

    private static String next(BlockingQueue<Message> received) throws InterruptedException {
        Message message = received.poll(5, TimeUnit.SECONDS);
        return message == null ? "nothing" : text(message);
    }

    @Test
    void aSubscriberIsGivenTheSubjectsOfItsPattern() throws Exception {
        BlockingQueue<Message> one = new LinkedBlockingQueue<>();
        BlockingQueue<Message> token = new LinkedBlockingQueue<>();
        BlockingQueue<Message> rest = new LinkedBlockingQueue<>();
        service.subscribe("orders.eu.new", one::add);
        service.subscribe("orders.*.new", token::add);
        service.subscribe("orders.>", rest::add);
        service.publish(message("orders.eu.new", "1"));
        service.publish(message("orders.eu.old.new", "2"));
        service.publish(message("orders", "3"));
        service.publish(message("orders.us.new", "4"));
        assertThat(List.of(next(one))).containsExactly("orders.eu.new 1");
        assertThat(List.of(next(token), next(token))).containsExactly("orders.eu.new 1", "orders.us.new 4");
        assertThat(List.of(next(rest), next(rest), next(rest)))
                .containsExactly("orders.eu.new 1", "orders.eu.old.new 2", "orders.us.new 4");
        assertThat(one).isEmpty();
        assertThat(token).isEmpty();
        assertThat(rest).isEmpty();
    }

    @Test
    void whatIsNothingButBytesIsThoseBytesForOthersToo() throws Exception {
        BlockingQueue<Message> received = new LinkedBlockingQueue<>();
        service.subscribe("a.[x]?", received::add);
        assertThat(Wire.ask(server, "PUBLISH 'app/[*]a.[x]?' plain")).isEqualTo(":1");
        assertThat(next(received)).isEqualTo("a.[x]? plain");
    }

    @Test
    void whatGoesWithAMessageArrives() throws Exception {
        BlockingQueue<Message> received = new LinkedBlockingQueue<>();
        service.subscribe("a", received::add);
        Message sent = new Message(
                "a",
                "WITLOOF/1\r\n\r\n".getBytes(StandardCharsets.UTF_8),
                Optional.of("b.c"),
                Optional.of("text/plain; x=%0A\r\n"),
                List.of(new Metadatum("key: 1", "value\r\n: é"), new Metadatum("", ""), new Metadatum("a", "b")));
        service.publish(sent);
        assertThat(received.poll(5, TimeUnit.SECONDS))
                .usingRecursiveComparison()
                .isEqualTo(sent);
    }

    @Test
    void bytesThatLookLikeAnEnvelopeArriveAsTheyAre() throws Exception {
        BlockingQueue<Message> received = new LinkedBlockingQueue<>();
        service.subscribe("a", received::add);
        for (String body : List.of("WITLOOF/1\r\n", "WITLOOF/1\r\nreply-to: x\r\n\r\nbody", "WITLOOF/1\r\nx\r\n\r\n")) {
            service.publish(message("a", body));
            assertThat(next(received)).isEqualTo("a " + body);
        }
        // Not from here, and none.
        Wire.ask(server, "PUBLISH 'app/[*]a' \"WITLOOF/1\\r\\nunknown\\r\\n\\r\\n\"");
        assertThat(next(received)).isEqualTo("a WITLOOF/1\r\nunknown\r\n\r\n");
    }

    @Test
    void aRequestIsGivenItsReplies() throws Exception {
        for (int i = 0; i < 3; i++) {
            String suffix = " of " + i;
            service.subscribe("ask", request -> reply(request, new String(request.body()) + suffix));
        }
        for (int i = 0; i < 5; i++) {
            List<Message> replies = service.request(message("ask", "request " + i), Duration.ofSeconds(5), 3);
            String body = "request " + i;
            assertThat(replies.stream().map(Message::body).map(String::new))
                    .containsExactlyInAnyOrder(body + " of 0", body + " of 1", body + " of 2");
        }
        // One is enough: the others come too late, and not to the next request.
        for (int i = 0; i < 5; i++) {
            List<Message> replies = service.request(message("ask", "single " + i), MessagingService.WITHOUT_END, 1);
            assertThat(new String(replies.get(0).body())).startsWith("single " + i + " of ");
        }
        // More than there are: those that came in time.
        assertThat(service.request(message("ask", "x"), Duration.ofMillis(300), 4))
                .hasSize(3);
    }

    private void reply(Message request, String body) {
        try {
            service.publish(message(request.replyTo().orElseThrow(), body));
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void aRequestThatNobodyAnswersEnds() throws Exception {
        assertThat(catchThrowable(() -> service.request(message("nobody", ""), Duration.ofSeconds(5), 1)))
                .hasMessage("no reply: nobody is subscribed to \"nobody\"");
        service.subscribe("silent", request -> {});
        for (Duration timeout : List.of(Duration.ofMillis(200), Duration.ZERO)) {
            MessagingException failure =
                    (MessagingException) catchThrowable(() -> service.request(message("silent", ""), timeout, 1));
            assertThat(failure.kind()).isEqualTo(MessagingException.Kind.TIMEOUT);
            assertThat(failure)
                    .hasMessage("request: expected a reply within " + timeout.toMillis() + " ms, found none");
        }
    }

    @Test
    void requestsThatWaitEndWithTheServiceAndWithTheServer() throws Exception {
        service.subscribe("silent", request -> {});
        Future<Throwable> waiting = threads.submit(
                () -> catchThrowable(() -> service.request(message("silent", ""), MessagingService.WITHOUT_END, 1)));
        TimeUnit.MILLISECONDS.sleep(200);
        server.restart();
        assertThat(((MessagingException) waiting.get(2, TimeUnit.SECONDS)).kind())
                .isEqualTo(MessagingException.Kind.CONNECTION);
        MessagingService other = messaging().build().open(new Connections());
        awaitSubscriber("silent");
        Future<Throwable> closing = threads.submit(
                () -> catchThrowable(() -> other.request(message("silent", ""), MessagingService.WITHOUT_END, 1)));
        TimeUnit.MILLISECONDS.sleep(200);
        other.close();
        assertThat(((MessagingException) closing.get(2, TimeUnit.SECONDS)).kind())
                .isEqualTo(MessagingException.Kind.CONNECTION);
    }

    @Test
    void anInterruptEndsARequest() throws Exception {
        service.subscribe("silent", request -> {});
        Future<Throwable> waiting = threads.submit(
                () -> catchThrowable(() -> service.request(message("silent", ""), MessagingService.WITHOUT_END, 1)));
        TimeUnit.MILLISECONDS.sleep(200);
        threads.shutdownNow();
        waiting.get(2, TimeUnit.SECONDS);
        assertThat(waiting.get()).isInstanceOf(InterruptedException.class);
    }

    private static void awaitSubscriber(String subject) throws Exception {
        for (int i = 0; i < 500; i++) {
            if (Wire.ask(server, "PUBSUB NUMSUB 'app/[*]" + subject + "'").endsWith(":1")) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(subject).as("a subject with a subscriber").isEmpty();
    }

    @Test
    void aSubscriptionIsThereAgainAfterARestart() throws Exception {
        BlockingQueue<Message> received = new LinkedBlockingQueue<>();
        service.subscribe("a", received::add);
        long began = System.nanoTime();
        server.restart();
        awaitSubscriber("a");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        service.publish(message("a", "after"));
        assertThat(next(received)).isEqualTo("a after");
    }

    @Test
    void aClosedSubscriptionIsGivenNothingMore() throws Exception {
        BlockingQueue<Message> received = new LinkedBlockingQueue<>();
        Subscription subscription = service.subscribe("a", received::add);
        assertThat(subscription.pattern()).isEqualTo("a");
        service.publish(message("a", "1"));
        assertThat(next(received)).isEqualTo("a 1");
        subscription.close();
        subscription.close();
        service.publish(message("a", "2"));
        assertThat(received.poll(200, TimeUnit.MILLISECONDS)).isNull();
        Subscription[] own = new Subscription[1];
        own[0] = service.subscribe("b", message -> {
            own[0].close();
            received.add(message);
        });
        service.publish(message("b", "3"));
        assertThat(next(received)).isEqualTo("b 3");
    }

    @Test
    void aHandlersMistakeEndsNothing() throws Exception {
        BlockingQueue<Message> received = new LinkedBlockingQueue<>();
        service.subscribe("a", message -> {
            received.add(message);
            throw new IllegalStateException("a mistake");
        });
        service.publish(message("a", "1"));
        service.publish(message("a", "2"));
        assertThat(List.of(next(received), next(received))).containsExactly("a 1", "a 2");
    }

    @Test
    void messagesOfAThreadKeepTheirOrder() throws Exception {
        BlockingQueue<Message> received = new LinkedBlockingQueue<>();
        service.subscribe("a", received::add);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            service.publish(message("a", "" + i));
            expected.add("a " + i);
        }
        List<String> found = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            found.add(next(received));
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void withoutThreadsThereAreNoSubscriptions() throws Exception {
        try (MessagingService none = messaging().build().open(new Connections())) {
            assertThatThrownBy(() -> none.subscribe("a", message -> {}))
                    .hasMessage("subscribe: expected an executor in the settings of Redis at " + server.address()
                            + ", found none");
        }
        try (MessagingService full = messaging().executor(task -> {}).build().open(new Connections())) {
            assertThatThrownBy(() -> full.subscribe("a", message -> {}))
                    .hasMessage("Redis at " + server.address() + ": expected a subscription within 800 ms, found none:"
                            + " the server did not answer, or the executor has no free thread");
        }
        assertThatThrownBy(() -> service.subscribe("a", "group", message -> {}))
                .hasMessage("subscribe: groups are not supported here");
    }

    @Test
    void aServerThatIsGoneIsToldOf() {
        server.kill();
        try {
            for (Throwable failure : List.of(
                    catchThrowable(() -> service.publish(message("a", ""))),
                    catchThrowable(() -> service.request(message("a", ""), Duration.ofSeconds(9), 1)),
                    catchThrowable(() -> service.subscribe("a", message -> {})))) {
                assertThat(((MessagingException) failure).kind()).isEqualTo(MessagingException.Kind.CONNECTION);
                assertThat(failure)
                        .hasMessage("Redis at " + server.address() + ": expected a connection, found ConnectException");
            }
            assertThat(catchThrowable(service::check)).isNotNull();
        } finally {
            server.restart();
        }
    }
}
