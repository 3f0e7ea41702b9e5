package dev.witloof.testkit.contract;

import static dev.witloof.testkit.contract.Values.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.instance.Component;
import dev.witloof.link.Deployment;
import dev.witloof.link.Linker;
import dev.witloof.link.PoolLimits;
import dev.witloof.messaging.Delivery;
import dev.witloof.messaging.Subscriptions;
import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.MessagingBackend;
import dev.witloof.messaging.service.MessagingService;
import dev.witloof.value.Result;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What {@code wasmcloud:messaging@0.2.0} promises to a real component that has two imports of {@code consumer}, {@code orders}
 * and {@code audit}, and two exports of {@code handler}. What comes to the one is answered, and told to {@code audit}.
 */
public abstract class MessagingGuestContract extends MessagingTests {

    private static final MessagingUse USE = MessagingUse.WASMCLOUD_NAMED;

    /** For the class that extends it. */
    protected MessagingGuestContract() {}

    @Override
    final MessagingUse use() {
        return USE;
    }

    private static Component guest() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                MessagingGuestContract.class.getResourceAsStream("broker.wasm"), "broker.wasm: not in the testkit")) {
            return Component.load(in);
        }
    }

    private static Deployment deploy(MessagingBackend orders, MessagingBackend audit) throws IOException {
        Linker.Builder linker = Linker.builder();
        if (orders == audit) {
            linker.bind("orders", "audit").to(orders);
        } else {
            linker.bind("orders").to(orders).bind("audit").to(audit);
        }
        return linker.build().plan(guest()).start();
    }

    @Test
    final void aHandlerAnswersAndTells() throws Exception {
        MessagingBackend orders = fresh();
        MessagingBackend audit = again(orders);
        ExecutorService executor = Executors.newFixedThreadPool(2);
        closing(executor::shutdownNow);
        Deployment deployment = closing(deploy(orders, audit));
        MessagingService java = connect(orders);
        Heard told = new Heard(patience());
        java.subscribe("seen." + subject("orders.*"), told);
        BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
        closing(Subscriptions.of(java)
                .executor(executor)
                .listener(deliveries::add)
                .on(
                        subject("orders.*"),
                        deployment.pool(PoolLimits.builder().size(2).build()),
                        "orders-handler")
                .open());

        List<Message> replies =
                java.request(Message.of(subject("orders.new"), bytes("tea")), Duration.ofSeconds(10), 1);

        assertThat(replies)
                .as(MessagingClause.REQUEST.of(USE))
                .singleElement()
                .satisfies(reply -> assertThat(reply.body()).isEqualTo(bytes("got tea")));
        told.expect(MessagingClause.DELIVERED.of(USE), "tea");
        Delivery delivery = deliveries.poll(patience().toMillis(), TimeUnit.MILLISECONDS);
        assertThat(delivery).as(MessagingClause.DELIVERED.of(USE)).isNotNull();
        assertThat(delivery.outcome()).as(MessagingClause.DELIVERED.of(USE)).isEqualTo(new Delivery.Outcome.Handled());
    }

    @Test
    final void manyMessagesAreHandled() throws Exception {
        MessagingBackend orders = fresh();
        ExecutorService executor = Executors.newFixedThreadPool(2);
        closing(executor::shutdownNow);
        Deployment deployment = closing(deploy(orders, orders));
        MessagingService java = connect(orders);
        Heard told = new Heard(patience());
        java.subscribe("seen." + subject("orders.*"), told);
        closing(Subscriptions.of(java)
                .executor(executor)
                .atOnce(2)
                .on(
                        subject("orders.*"),
                        deployment.pool(PoolLimits.builder().size(2).build()),
                        "orders-handler")
                .open());

        for (int i = 0; i < 200; i++) {
            java.publish(Message.of(subject("orders." + i), bytes("order " + i)));
        }

        assertThat(told.next(MessagingClause.DELIVERED.of(USE), 200))
                .as(MessagingClause.DELIVERED.of(USE))
                .extracting(Message::subject)
                .doesNotHaveDuplicates();
    }

    @Test
    final void aComponentAsks() throws Exception {
        MessagingBackend orders = fresh();
        Deployment deployment = closing(deploy(orders, orders));
        MessagingService java = connect(orders);
        java.subscribe(subject("ask"), replying(java, "got ", 1));
        Heard heard = hear(java, "tell");
        var app = closing(deployment.instantiate());

        assertThat(app.function("ask").call(subject("ask"), bytes("x"), Sender.LONG_MILLIS))
                .as(MessagingClause.REQUEST.of(USE))
                .isInstanceOfSatisfying(
                        Result.Ok.class, ok -> assertThat(ok.value()).isEqualTo(bytes("got x")));
        assertThat(app.function("tell").call(subject("tell"), bytes("y"), Optional.empty()))
                .as(MessagingClause.DELIVERED.of(USE))
                .isEqualTo(Result.ok(null));
        heard.expect(MessagingClause.DELIVERED.of(USE), "y");
        assertThat(app.function("ask").call(subject("nobody"), bytes("x"), 100L))
                .as(MessagingClause.TIME.of(USE))
                .isInstanceOf(Result.Err.class);
    }

    @Test
    final void aReplySubjectGoesWithTheMessage() throws Exception {
        Heard heard = hear(java, "with");
        Heard answers = hear(java, "answers");
        sender.publish(subject("with"), bytes("x"), subject("answers"));
        Message message = heard.next(says(MessagingClause.DELIVERED));
        assertThat(message.replyTo()).as(says(MessagingClause.WHOLE)).contains(subject("answers"));
        sender.publish(message.replyTo().orElseThrow(), bytes("answer"));
        answers.expect(says(MessagingClause.REPLY), "answer");
        assertThat(sender.refused(MessagingClause.SUBJECTS, () -> {
                    sender.publish(subject("with"), bytes("x"), "no subject");
                    return "sent";
                }))
                .as(says(MessagingClause.SUBJECTS))
                .isEqualTo("other");
    }
}
