package dev.witloof.tests.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Deployment;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.link.Pool;
import dev.witloof.link.PoolLimits;
import dev.witloof.messaging.Delivery;
import dev.witloof.messaging.InMemoryMessaging;
import dev.witloof.messaging.Messages;
import dev.witloof.messaging.Subscriptions;
import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.MessagingService;
import dev.witloof.tests.guests.Guests;
import dev.witloof.value.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A component with two named imports of one interface, and two named handlers of another. */
final class BrokerTest {

    private final InMemoryMessaging orders = Messages.inMemory();
    private final InMemoryMessaging audit = Messages.inMemory();

    private LinkPlan plan() {
        return Linker.builder()
                .bind("orders")
                .to(orders)
                .bind("audit")
                .to(audit)
                .build()
                .plan(Guests.component("c-messages/broker.wasm"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static List<String> heard(MessagingService service) throws Exception {
        List<String> heard = new ArrayList<>();
        service.subscribe(">", message -> heard.add(message.subject() + " " + new String(message.body(), UTF_8)));
        return heard;
    }

    @Test
    void eachNameHasItsOwnSystem() throws Exception {
        try (MessagingService ofOrders = orders.open();
                MessagingService ofAudit = audit.open();
                ComponentInstance app = plan().instantiate()) {
            List<String> inOrders = heard(ofOrders);
            List<String> inAudit = heard(ofAudit);

            assertThat(app.function("tell").call("orders.new", bytes("tea"), Optional.empty()))
                    .isEqualTo(Result.ok(null));

            assertThat(inOrders).containsExactly("orders.new tea");
            assertThat(inAudit).isEmpty();
        }
    }

    @Test
    void handlersAreConnectedByTheirNames() throws Exception {
        List<Delivery> deliveries = new ArrayList<>();
        try (Deployment deployment = plan().start();
                MessagingService ofOrders = orders.open();
                MessagingService ofAudit = audit.open();
                Pool pool = deployment.pool(PoolLimits.builder().size(2).build());
                Subscriptions first = Subscriptions.of(ofOrders)
                        .listener(deliveries::add)
                        .on("orders.*", pool, "orders-handler")
                        .open();
                Subscriptions second = Subscriptions.of(ofAudit)
                        .listener(deliveries::add)
                        .on("seen.>", pool, "audit-handler")
                        .open()) {
            List<Message> replies = ofOrders.request(Message.of("orders.new", bytes("tea")), Duration.ofSeconds(5), 1);
            ofOrders.publish(Message.of("orders.new", bytes("coffee")));
            ofOrders.publish(Message.of("orders.new.eu", bytes("for nobody")));
            ofOrders.publish(Message.of("orders.new", bytes("fail")));

            assertThat(replies)
                    .singleElement()
                    .extracting(each -> new String(each.body(), UTF_8))
                    .isEqualTo("got tea");
            assertThat(deliveries)
                    .extracting(each -> each.export() + " " + each.message() + ": " + each.outcome())
                    .containsExactly(
                            "audit-handler message to seen.orders.new, 3 bytes: Handled[]",
                            "orders-handler message to orders.new, 3 bytes: Handled[]",
                            "audit-handler message to seen.orders.new, 6 bytes: Handled[]",
                            "orders-handler message to orders.new, 6 bytes: Handled[]",
                            "orders-handler message to orders.new, 4 bytes: Refused[kind=other, text=refused by the guest]");
            assertThat(pool.lent()).isZero();
        }
    }

    @Test
    void theComponentAsks() throws Exception {
        try (MessagingService java = orders.open();
                ComponentInstance app = plan().instantiate()) {
            java.subscribe("ask", message -> {
                try {
                    java.publish(Message.of(message.replyTo().orElseThrow(), bytes("pong")));
                } catch (Exception failure) {
                    throw new AssertionError(failure);
                }
            });
            java.subscribe("silence", message -> {});

            assertThat(app.function("ask").call("ask", bytes("ping"), 1000L))
                    .isInstanceOfSatisfying(
                            Result.Ok.class, ok -> assertThat(ok.value()).isEqualTo(bytes("pong")));
            assertThat(app.function("ask").call("nobody", bytes("ping"), 1000L))
                    .isEqualTo(Result.err("no reply: nobody is subscribed to \"nobody\""));
            assertThat(app.function("ask").call("silence", bytes("ping"), 20L))
                    .isEqualTo(Result.err("no reply within 20 ms"));
            assertThat(app.function("ask").call("a b", bytes("ping"), 1000L))
                    .isEqualTo(Result.err("subject: expected no white space and no control characters, found \"a b\""));
        }
    }

    @Test
    void anExportThatIsNoHandlerIsRefusedBeforeAnythingIsSubscribed() throws Exception {
        try (Deployment deployment = plan().start();
                MessagingService java = orders.open();
                Pool pool = deployment.pool(PoolLimits.builder().size(1).build())) {
            assertThatThrownBy(() -> Subscriptions.of(java)
                            .on("orders.*", pool, "orders-handler")
                            .on("x", pool, "ask")
                            .open())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("component: expected an export \"ask\" of wasmcloud:messaging/handler@0.2.0 or"
                            + " wasi:messaging/incoming-handler@0.2.0-draft, found another export");
            assertThatThrownBy(() -> Subscriptions.of(java)
                            .on("x", pool, "order-handler")
                            .open())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "component: expected an export \"order-handler\" of wasmcloud:messaging/handler@0.2.0 or"
                                    + " wasi:messaging/incoming-handler@0.2.0-draft, found none of this name");
            assertThatThrownBy(() -> Subscriptions.of(java)
                            .on("a..b", pool, "orders-handler")
                            .open())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("pattern: expected tokens with a dot between them, found \"a..b\"");
            assertThatThrownBy(() -> java.request(Message.of("orders.new", bytes("")), Duration.ZERO, 1))
                    .hasMessage("no reply: nobody is subscribed to \"orders.new\"");
        }
    }
}
