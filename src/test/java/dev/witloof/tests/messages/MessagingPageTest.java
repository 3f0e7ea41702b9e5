package dev.witloof.tests.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.instance.Component;
import dev.witloof.link.Deployment;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.link.PoolLimits;
import dev.witloof.messaging.InMemoryMessaging;
import dev.witloof.messaging.Messages;
import dev.witloof.messaging.Subscriptions;
import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.MessagingService;
import dev.witloof.tests.guests.Guests;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The first sample of the page on messaging. */
final class MessagingPageTest {

    private static String answer(Component component, PoolLimits limits, Executor executor) throws Exception {
        InMemoryMessaging messaging = Messages.inMemory();
        LinkPlan plan =
                Linker.builder().bind("orders", "audit").to(messaging).build().plan(component);
        try (Deployment deployment = plan.start();
                MessagingService service = messaging.open();
                Subscriptions subscriptions = Subscriptions.of(service)
                        .executor(executor)
                        .on("orders.*", deployment.pool(limits), "orders-handler")
                        .on("seen.>", deployment.pool(limits), "audit-handler")
                        .open()) {
            List<Message> replies =
                    service.request(Message.of("orders.new", "tea".getBytes(UTF_8)), Duration.ofSeconds(5), 1);
            return new String(replies.get(0).body(), UTF_8);
        }
    }

    @Test
    void theSampleRuns() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            PoolLimits limits = PoolLimits.builder().size(2).build();
            assertThat(answer(Guests.component("c-messages/broker.wasm"), limits, executor))
                    .isEqualTo("got tea");
        } finally {
            executor.shutdown();
        }
    }
}
