package dev.witloof.tests.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.link.Deployment;
import dev.witloof.link.Linker;
import dev.witloof.link.Pool;
import dev.witloof.link.PoolLimits;
import dev.witloof.messaging.Delivery;
import dev.witloof.messaging.Delivery.Outcome;
import dev.witloof.messaging.InMemoryMessaging;
import dev.witloof.messaging.Messages;
import dev.witloof.messaging.Subscriptions;
import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.Message.Metadatum;
import dev.witloof.messaging.service.MessagingService;
import dev.witloof.tests.guests.Guests;
import dev.witloof.value.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A component with two handlers of {@code wasi:messaging}, one of them named. Everything happens on this thread. */
final class EventsTest {

    private static final String UNNAMED = "wasi:messaging/incoming-handler@0.2.0-draft";

    private final InMemoryMessaging messaging = Messages.inMemory();
    private final List<Message> seen = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private MessagingService java;
    private Deployment deployment;
    private Subscriptions subscriptions;

    @BeforeEach
    void connect() throws Exception {
        deployment = Linker.builder()
                .bind("requests")
                .to(messaging)
                .bindAll(messaging)
                .build()
                .plan(Guests.component("c-messages/events.wasm"))
                .start();
        java = messaging.open();
        java.subscribe("seen.>", seen::add);
        Pool pool = deployment.pool(PoolLimits.builder().size(4).build());
        subscriptions = Subscriptions.of(java)
                .listener(deliveries::add)
                .on("ask.*", pool, "replying")
                .on("tell.>", pool, UNNAMED)
                .open();
    }

    @AfterEach
    void close() throws Exception {
        subscriptions.close();
        java.close();
        deployment.close();
    }

    private static Message described(String subject, String body) {
        return new Message(
                subject,
                body.getBytes(UTF_8),
                Optional.empty(),
                Optional.of("text/plain"),
                List.of(new Metadatum("trace", "42"), new Metadatum("größe", "ß")));
    }

    @Test
    void theNamedHandlerReplies() throws Exception {
        List<Message> replies = java.request(described("ask.one", "hello"), Duration.ofSeconds(5), 1);

        assertThat(replies).hasSize(1);
        assertThat(new String(replies.get(0).body(), UTF_8)).isEqualTo("got hello");
        assertThat(replies.get(0).contentType()).contains("text/plain");
        assertThat(replies.get(0).metadata())
                .containsExactly(
                        new Metadatum("trace", "42"), new Metadatum("größe", "ß"), new Metadatum("by", "replying"));
        assertThat(outcomes()).containsExactly("replying ask.* Handled[]");
    }

    private List<String> outcomes() {
        return deliveries.stream()
                .map(each -> each.export() + " " + each.pattern() + " " + each.outcome())
                .toList();
    }

    @Test
    void theUnnamedHandlerSendsOn() throws Exception {
        java.publish(described("tell.a.b", "hello"));

        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).subject()).isEqualTo("seen.tell.a.b");
        assertThat(new String(seen.get(0).body(), UTF_8)).isEqualTo("hello");
        assertThat(seen.get(0).metadata()).last().isEqualTo(new Metadatum("by", "sending"));
        assertThat(outcomes()).containsExactly(UNNAMED + " tell.> Handled[]");
    }

    @Test
    void anErrorOfTheHandlerIsTold() throws Exception {
        java.publish(Message.of("ask.one", "fail".getBytes(UTF_8)));
        java.publish(Message.of("tell.one", "fail".getBytes(UTF_8)));
        java.publish(Message.of("ask.one", "no reply is wanted".getBytes(UTF_8)));

        assertThat(outcomes())
                .containsExactly(
                        "replying ask.* Refused[kind=other, text=refused by the guest]",
                        UNNAMED + " tell.> Refused[kind=other, text=refused by the guest]",
                        "replying ask.* Refused[kind=other, text=reply: the message wants no reply]");
    }

    @Test
    void aTrapIsToldAndTheNextMessageHasAnotherInstance() throws Exception {
        java.publish(Message.of("ask.one", "trap".getBytes(UTF_8)));
        List<Message> replies = java.request(Message.of("ask.one", "hello".getBytes(UTF_8)), Duration.ofSeconds(5), 1);

        assertThat(deliveries).hasSize(2);
        assertThat(deliveries.get(0).outcome())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure())
                                .hasMessageStartingWith("export \"replying\" handle: unreachable"));
        assertThat(new String(replies.get(0).body(), UTF_8)).isEqualTo("got hello");
    }

    @Test
    void theComponentAsksAndTells() throws Exception {
        try (Pool pool = deployment.pool(PoolLimits.builder().size(1).build());
                Pool.Lease lease = pool.borrow()) {
            Object ask =
                    lease.instance().function("ask").call("ask.me", "hello".getBytes(UTF_8), Optional.of(1000L), 1L);
            assertThat(ask)
                    .isInstanceOfSatisfying(
                            Result.Ok.class,
                            ok -> assertThat((List<?>) ok.value())
                                    .singleElement()
                                    .isEqualTo("got hello".getBytes(UTF_8)));
            lease.instance().function("tell").call("tell.me", "hello".getBytes(UTF_8), "key", "value");
        }

        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).metadata())
                .containsExactly(new Metadatum("key", "value"), new Metadatum("by", "sending"));
    }
}
