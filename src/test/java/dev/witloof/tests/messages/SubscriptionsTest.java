package dev.witloof.tests.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.PoolExhaustedException;
import dev.witloof.host.ResultException;
import dev.witloof.link.Deployment;
import dev.witloof.link.Linker;
import dev.witloof.link.Pool;
import dev.witloof.link.PoolLimits;
import dev.witloof.messaging.Delivery;
import dev.witloof.messaging.Delivery.Outcome;
import dev.witloof.messaging.DeliveryListener;
import dev.witloof.messaging.InMemoryMessaging;
import dev.witloof.messaging.Messages;
import dev.witloof.messaging.Subscriptions;
import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.MessagingService;
import dev.witloof.messaging.wasmcloud.v0_2_0.Consumer;
import dev.witloof.messaging.wasmcloud.v0_2_0.Types.BrokerMessage;
import dev.witloof.tests.guests.Guests;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Queues, executors, closing: a handler that waits where the test wants it to. */
final class SubscriptionsTest {

    private final InMemoryMessaging messaging = Messages.inMemory();
    private final MessagingService java = messaging.open();
    private final ExecutorService executor = Executors.newFixedThreadPool(3);
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final Semaphore entered = new Semaphore(0);
    private final Semaphore mayLeave = new Semaphore(0);
    private final List<String> handled = new CopyOnWriteArrayList<>();

    /** What the handler calls with each message. */
    private final class Waiting implements Consumer {
        @Override
        public BrokerMessage request(String subject, byte[] body, long timeoutMs) throws ResultException {
            throw new ResultException("not asked for");
        }

        @Override
        public void publish(BrokerMessage message) {
            entered.release();
            mayLeave.acquireUninterruptibly();
            handled.add(new String(message.body(), UTF_8));
        }
    }

    private Deployment deploy() {
        return Linker.builder()
                .bind("orders")
                .to(messaging)
                .bind("audit")
                .to(Consumer.class, new Waiting())
                .build()
                .plan(Guests.component("c-messages/broker.wasm"))
                .start();
    }

    private Subscriptions.Builder subscribe(Pool pool) {
        return Subscriptions.of(java)
                .executor(executor)
                .listener(deliveries::add)
                .on("orders.*", pool, "orders-handler");
    }

    private static PoolLimits instances(int number) {
        return PoolLimits.builder()
                .size(number)
                .waitingTime(Duration.ofMillis(20))
                .build();
    }

    private void publish(String body) throws Exception {
        java.publish(Message.of("orders.new", body.getBytes(UTF_8)));
    }

    private List<String> outcomes() {
        return deliveries.stream()
                .map(each -> new String(each.message().body(), UTF_8) + " " + each.outcome())
                .toList();
    }

    @AfterEach
    void stop() throws Exception {
        mayLeave.release(1000);
        executor.shutdown();
        assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        java.close();
    }

    @Test
    void whatFindsNoRoomIsDropped() throws Exception {
        try (Deployment deployment = deploy();
                Subscriptions subscriptions =
                        subscribe(deployment.pool(instances(1))).queue(2).open()) {
            publish("1");
            entered.acquire();
            for (String each : List.of("2", "3", "4", "5")) {
                publish(each);
            }
            assertThat(outcomes())
                    .containsExactly(
                            "4 Dropped[reason=expected room for it, found 2 messages waiting]",
                            "5 Dropped[reason=expected room for it, found 2 messages waiting]");
            assertThat(deliveries).allMatch(each -> each.took().isZero());
            mayLeave.release(3);
            subscriptions.close();
            assertThat(handled).containsExactly("1", "2", "3");
            assertThat(outcomes()).hasSize(5).endsWith("1 Handled[]", "2 Handled[]", "3 Handled[]");
        }
    }

    @Test
    void whoBringsAMessageMayWaitForRoom() throws Exception {
        try (Deployment deployment = deploy();
                Subscriptions subscriptions = subscribe(deployment.pool(instances(1)))
                        .queue(1)
                        .waitForRoom(Duration.ofSeconds(10))
                        .open()) {
            publish("1");
            entered.acquire();
            publish("2");
            CountDownLatch brought = new CountDownLatch(1);
            executor.execute(() -> {
                try {
                    publish("3");
                    brought.countDown();
                } catch (Exception failure) {
                    throw new AssertionError(failure);
                }
            });
            assertThat(brought.await(100, TimeUnit.MILLISECONDS)).isFalse();
            mayLeave.release(3);
            assertThat(brought.await(10, TimeUnit.SECONDS)).isTrue();
            subscriptions.close();
            assertThat(handled).containsExactly("1", "2", "3");
        }
    }

    @Test
    void severalAtOnceNeedAsManyInstances() throws Exception {
        try (Deployment deployment = deploy();
                Pool pool = deployment.pool(instances(2));
                Subscriptions subscriptions = subscribe(pool).atOnce(3).open()) {
            publish("1");
            publish("2");
            entered.acquire(2);
            assertThat(pool.lent()).isEqualTo(2);
            publish("3");
            while (deliveries.isEmpty()) {
                Thread.sleep(5);
            }
            assertThat(deliveries.get(0).outcome())
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.failure())
                                    .isInstanceOf(PoolExhaustedException.class)
                                    .hasMessage(
                                            "pool of component: expected an instance to be free within 20 ms, found all 2"
                                                    + " in use"));
            mayLeave.release(2);
            subscriptions.close();
            assertThat(handled).containsExactlyInAnyOrder("1", "2");
        }
    }

    @Test
    void closingWaitsForWhatIsThere() throws Exception {
        try (Deployment deployment = deploy()) {
            Subscriptions subscriptions =
                    subscribe(deployment.pool(instances(1))).open();
            publish("1");
            publish("2");
            entered.acquire();
            AtomicReference<Object> closed = new AtomicReference<>();
            Thread closing = new Thread(() -> {
                subscriptions.close();
                closed.set(List.copyOf(handled));
            });
            closing.start();
            closing.join(100);
            assertThat(closed.get()).isNull();
            publish("too late");
            mayLeave.release(2);
            closing.join(10_000);
            assertThat(closed.get()).isEqualTo(List.of("1", "2"));
            assertThat(outcomes()).containsExactly("1 Handled[]", "2 Handled[]");
            subscriptions.close();
        }
    }

    @Test
    void closingDoesNotWaitForEver() throws Exception {
        try (Deployment deployment = deploy()) {
            Subscriptions subscriptions = subscribe(deployment.pool(instances(1)))
                    .drainTime(Duration.ofMillis(50))
                    .open();
            publish("1");
            publish("2");
            entered.acquire();

            assertThatThrownBy(subscriptions::close)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("subscriptions: expected the handlers to be done within 50 ms, found 1 that is not");
            assertThat(outcomes()).containsExactly("2 Dropped[reason=the subscriptions were closed]");
            mayLeave.release();
            while (deliveries.size() < 2) {
                Thread.sleep(5);
            }
            assertThat(handled).containsExactly("1");
        }
    }

    @Test
    void anInterruptEndsTheWaiting() throws Exception {
        try (Deployment deployment = deploy()) {
            Subscriptions subscriptions =
                    subscribe(deployment.pool(instances(1))).open();
            publish("1");
            entered.acquire();
            Thread.currentThread().interrupt();

            assertThatThrownBy(subscriptions::close).isInstanceOf(IllegalStateException.class);
            assertThat(Thread.interrupted()).isTrue();
            mayLeave.release();
            subscriptions.close();
            assertThat(handled).containsExactly("1");
        }
    }

    @Test
    void aListenerMayClose() throws Exception {
        AtomicReference<Subscriptions> subscriptions = new AtomicReference<>();
        CountDownLatch closed = new CountDownLatch(1);
        try (Deployment deployment = deploy()) {
            mayLeave.release();
            subscriptions.set(Subscriptions.of(java)
                    .executor(executor)
                    .listener(delivery -> {
                        subscriptions.get().close();
                        closed.countDown();
                    })
                    .on("orders.*", deployment.pool(instances(1)), "orders-handler")
                    .open());
            publish("1");
            assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void anExecutorThatTakesNothingIsTold() throws Exception {
        ExecutorService ended = Executors.newSingleThreadExecutor();
        ended.shutdown();
        try (Deployment deployment = deploy();
                Subscriptions subscriptions =
                        subscribe(deployment.pool(instances(1))).executor(ended).open()) {
            publish("1");
            assertThat(deliveries)
                    .singleElement()
                    .satisfies(each -> assertThat(each.outcome())
                            .isInstanceOfSatisfying(
                                    Outcome.Failed.class,
                                    failed -> assertThat(failed.failure())
                                            .isInstanceOf(java.util.concurrent.RejectedExecutionException.class)));
        }
    }

    @Test
    void aListenerThatThrowsHarmsNothing() throws Exception {
        mayLeave.release(2);
        try (Deployment deployment = deploy();
                Subscriptions subscriptions = subscribe(deployment.pool(instances(1)))
                        .listener(delivery -> {
                            throw new IllegalStateException("a listener's mistake");
                        })
                        .open()) {
            publish("1");
            publish("2");
            subscriptions.close();
            assertThat(handled).containsExactly("1", "2");
        }
    }

    @Test
    void eachMessageMayHaveAnInstanceOfItsOwn() throws Exception {
        mayLeave.release(3);
        try (Deployment deployment = deploy();
                Pool pool = deployment.pool(PoolLimits.builder().size(1).uses(1).build());
                Subscriptions subscriptions = subscribe(pool).open()) {
            publish("1");
            publish("trap");
            publish("2");
            subscriptions.close();
            assertThat(handled).containsExactly("1", "2");
            assertThat(pool.ready() + pool.lent()).isZero();
        }
    }

    @Test
    void L20_whatIsNotHandledIsLoggedWithoutWhatItSays() throws Exception {
        List<String> lines = Log.of(() -> {
            try (Deployment deployment = deploy();
                    Subscriptions subscriptions = subscribe(deployment.pool(instances(1)))
                            .listener(DeliveryListener.logging())
                            .executor(Runnable::run)
                            .open()) {
                publish("fail");
                publish("trap");
                mayLeave.release();
                publish("geheim");
            }
        });

        assertThat(lines)
                .containsExactly(
                        "WARN dev.witloof.messaging.Subscriptions - message to \"orders.new\" for \"orders-handler\""
                                + " was refused: other \"refused by the guest\"",
                        "WARN dev.witloof.messaging.Subscriptions - message to \"orders.new\" for \"orders-handler\""
                                + " failed: dev.witloof.error.TrapException");
    }

    @Test
    void settingsHaveBounds() {
        Subscriptions.Builder builder = Subscriptions.of(java);

        assertThatThrownBy(() -> builder.queue(0)).hasMessage("queue: expected 1 or more, found 0");
        assertThatThrownBy(() -> builder.atOnce(0)).hasMessage("atOnce: expected 1 or more, found 0");
        assertThatThrownBy(() -> builder.waitForRoom(Duration.ofMillis(-1)))
                .hasMessage("waitForRoom: expected none or more, found PT-0.001S");
        assertThatThrownBy(() -> builder.drainTime(Duration.ofMillis(-1)))
                .hasMessage("drainTime: expected none or more, found PT-0.001S");
    }
}
