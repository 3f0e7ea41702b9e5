package dev.witloof.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.witloof.error.PoolExhaustedException;
import dev.witloof.error.UninstantiableException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.Store;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PoolTest {

    private static final byte[] EMPTY_COMPONENT = {0, 'a', 's', 'm', 0x0d, 0, 1, 0};
    private static final Component EMPTY = Component.load(EMPTY_COMPONENT);

    private final AtomicInteger made = new AtomicInteger();
    private final List<String> closed = Collections.synchronizedList(new ArrayList<>());
    private final Map<ComponentInstance, String> names = Collections.synchronizedMap(new IdentityHashMap<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final TestClock clock = new TestClock();

    private static final class TestClock implements InstantSource {

        private volatile Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        void go(Duration time) {
            now = now.plus(time);
        }
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private Deployment deployment(Consumer<Integer> beforeEach) {
        return Linker.builder()
                .build()
                .plan(Shop.component(), values -> {
                    int number = made.incrementAndGet();
                    beforeEach.accept(number);
                    ComponentInstance instance = new Store().instantiate(EMPTY, Map.of());
                    names.put(instance, "#" + number);
                    instance.onClose(() -> closed.add("#" + number));
                    return instance;
                })
                .start();
    }

    private Deployment deployment() {
        return deployment(number -> {});
    }

    private static PoolLimits.Builder limits() {
        return PoolLimits.builder().size(2).waitingTime(Duration.ofMillis(50));
    }

    private String name(Pool.Lease lease) {
        return names.get(lease.instance());
    }

    /** Waits until the thread waits for an instance. */
    private static void awaitState(Thread thread) throws InterruptedException {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(1);
        }
    }

    @Test
    void whatWasReturnedLastIsLentFirst() throws Exception {
        try (Deployment deployment = deployment();
                Pool pool = deployment.pool(limits().build())) {
            Pool.Lease one = pool.borrow();
            Pool.Lease two = pool.borrow();
            assertThat(name(one)).isEqualTo("#1");
            assertThat(name(two)).isEqualTo("#2");
            assertThat(pool).hasToString("pool of shop.wasm: 2 lent, 0 ready, at most 2");
            two.close();
            one.close();
            assertThat(pool).hasToString("pool of shop.wasm: 0 lent, 2 ready, at most 2");
            try (Pool.Lease again = pool.borrow()) {
                assertThat(name(again)).isEqualTo("#1");
            }
            assertThat(made).hasValue(2);
            assertThat(closed).isEmpty();
        }
    }

    @Test
    void whoWaitsTooLongIsToldSo() throws Exception {
        try (Deployment deployment = deployment()) {
            Pool pool = deployment.pool(limits().build());
            pool.borrow();
            Pool.Lease two = pool.borrow();
            assertThatThrownBy(pool::borrow)
                    .isInstanceOf(PoolExhaustedException.class)
                    .hasMessage("pool of shop.wasm: expected an instance to be free within 50 ms, found all 2 in use");
            two.close();
            assertThat(name(pool.borrow())).isEqualTo("#2");
        }
    }

    @Test
    void noTimeToWaitIsNone() throws Exception {
        try (Deployment deployment = deployment()) {
            Pool pool =
                    deployment.pool(limits().size(1).waitingTime(Duration.ZERO).build());
            Pool.Lease one = pool.borrow();
            assertThatThrownBy(pool::borrow)
                    .hasMessage("pool of shop.wasm: expected an instance to be free within 0 ms, found all 1 in use");
            one.close();
            pool.borrow().close();
        }
    }

    @Test
    void whoeverWaitsFirstIsServedFirst() throws Exception {
        try (Deployment deployment = deployment()) {
            Pool pool = deployment.pool(
                    limits().size(1).waitingTime(PoolLimits.UNLIMITED_TIME).build());
            Pool.Lease held = pool.borrow();
            List<Integer> order = Collections.synchronizedList(new ArrayList<>());
            List<Thread> waiting = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                int number = i;
                Thread thread = new Thread(() -> {
                    try (Pool.Lease lease = pool.borrow()) {
                        order.add(lease == null ? -1 : number);
                    } catch (InterruptedException interrupted) {
                        order.add(-1);
                    }
                });
                thread.start();
                awaitState(thread);
                waiting.add(thread);
            }
            held.close();
            for (Thread thread : waiting) {
                thread.join();
            }
            assertThat(order).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            assertThat(made).hasValue(1);
        }
    }

    @Test
    void anInstanceIsClosedAfterSoManyUses() throws Exception {
        try (Deployment deployment = deployment()) {
            Pool pool = deployment.pool(limits().uses(3).build());
            List<String> lent = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                try (Pool.Lease lease = pool.borrow()) {
                    lent.add(name(lease));
                }
            }
            assertThat(lent).containsExactly("#1", "#1", "#1", "#2", "#2", "#2", "#3");
            assertThat(closed).containsExactly("#1", "#2");
        }
    }

    @Test
    void anInstanceThatIsIdleTooLongIsClosed() throws Exception {
        try (Deployment deployment = deployment()) {
            Pool pool = deployment.pool(
                    limits().size(3).idleTime(Duration.ofMinutes(5)).build(), clock);
            Pool.Lease one = pool.borrow();
            Pool.Lease two = pool.borrow();
            Pool.Lease three = pool.borrow();
            one.close();
            clock.go(Duration.ofMinutes(3));
            two.close();
            clock.go(Duration.ofMinutes(2));
            assertThat(closed).isEmpty();
            three.close(); // #1 has been idle for five minutes, #2 for two
            assertThat(closed).containsExactly("#1");
            clock.go(Duration.ofMinutes(3));
            try (Pool.Lease lease = pool.borrow()) { // now it is #2
                assertThat(name(lease)).isEqualTo("#3");
                assertThat(closed).containsExactly("#1", "#2");
            }
            clock.go(Duration.ofMinutes(5));
            pool.expire();
            assertThat(closed).containsExactly("#1", "#2", "#3");
            assertThat(pool.ready()).isZero();
        }
    }

    @Test
    void aClockThatGoesBackClosesNothing() throws Exception {
        try (Deployment deployment = deployment()) {
            Pool pool = deployment.pool(limits().idleTime(Duration.ofNanos(1)).build(), clock);
            pool.borrow().close();
            clock.go(Duration.ofDays(-1));
            pool.expire();
            assertThat(closed).isEmpty();
            clock.go(Duration.ofDays(1).plusNanos(1));
            pool.expire();
            assertThat(closed).containsExactly("#1");
        }
    }

    @Test
    void aFullPoolMakesNothingMore() throws Exception {
        try (Deployment deployment = deployment()) {
            Pool pool = deployment.pool(limits().size(4).build());
            pool.fill();
            assertThat(made).hasValue(4);
            pool.fill();
            assertThat(made).hasValue(4);
            Pool.Lease one = pool.borrow();
            Pool.Lease two = pool.borrow();
            pool.fill();
            assertThat(made).hasValue(4);
            two.retire();
            two.close();
            pool.fill();
            assertThat(made).hasValue(5);
            assertThat(pool).hasToString("pool of shop.wasm: 1 lent, 3 ready, at most 4");
            one.close();
        }
    }

    @Test
    void whatTheBorrowerClosedOrWouldNotHaveIsNotLentAgain() throws Exception {
        try (Deployment deployment = deployment()) {
            Pool pool = deployment.pool(limits().size(1).build());
            try (Pool.Lease lease = pool.borrow()) {
                lease.instance().close();
            }
            try (Pool.Lease lease = pool.borrow()) {
                assertThat(name(lease)).isEqualTo("#2");
                lease.retire();
            }
            assertThat(closed).containsExactly("#1", "#2");
            try (Pool.Lease lease = pool.borrow()) {
                assertThat(name(lease)).isEqualTo("#3");
            }
        }
    }

    @Test
    void whatWasClosedWhileItLayReadyIsNotLent() throws Exception {
        try (Deployment deployment = deployment()) {
            Pool pool = deployment.pool(limits().size(1).build());
            ComponentInstance kept;
            try (Pool.Lease lease = pool.borrow()) {
                kept = lease.instance();
            }
            kept.close(); // which nobody should
            try (Pool.Lease lease = pool.borrow()) {
                assertThat(name(lease)).isEqualTo("#2");
            }
        }
    }

    @Test
    void aLeaseIsReturnedOnceAndOfNoUseAfterwards() throws Exception {
        try (Deployment deployment = deployment()) {
            Pool pool = deployment.pool(limits().size(1).build());
            Pool.Lease lease = pool.borrow();
            lease.close();
            Pool.Lease other = pool.borrow();
            lease.retire();
            lease.close();
            assertThat(pool).hasToString("pool of shop.wasm: 1 lent, 0 ready, at most 1");
            assertThat(name(other)).isEqualTo("#1");
            assertThatThrownBy(lease::instance)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("pool of shop.wasm: expected a lease that is held, found one that was returned");
            assertThatThrownBy(pool::borrow).isInstanceOf(PoolExhaustedException.class);
            other.close();
            assertThat(closed).isEmpty();
        }
    }

    @Test
    void closingThePoolLeavesWhatIsLentToItsBorrower() throws Exception {
        try (Deployment deployment = deployment()) {
            Pool pool = deployment.pool(limits().build());
            Pool.Lease lent = pool.borrow();
            pool.borrow().close();
            pool.close();
            pool.close();
            assertThat(closed).containsExactly("#2");
            assertThat(lent.instance().isUsable()).isTrue();
            assertThatThrownBy(pool::borrow)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("pool of shop.wasm: expected to be open, found closed");
            assertThatThrownBy(pool::fill).hasMessage("pool of shop.wasm: expected to be open, found closed");
            lent.close();
            assertThat(closed).containsExactly("#2", "#1");
            deployment.instantiate().close();
        }
    }

    @Test
    void closingThePoolWakesAllWhoWait() throws Exception {
        try (Deployment deployment = deployment()) {
            Pool pool = deployment.pool(
                    limits().size(1).waitingTime(Duration.ofHours(1)).build());
            pool.borrow();
            List<Future<Pool.Lease>> waiting = new ArrayList<>();
            List<Thread> waiters = Collections.synchronizedList(new ArrayList<>());
            CountDownLatch begun = new CountDownLatch(20);
            for (int i = 0; i < 20; i++) {
                waiting.add(threads.submit(() -> {
                    waiters.add(Thread.currentThread());
                    begun.countDown();
                    return pool.borrow();
                }));
            }
            begun.await();
            for (Thread waiter : waiters) {
                awaitState(waiter);
            }
            pool.close();
            for (Future<Pool.Lease> each : waiting) {
                assertThatThrownBy(each::get)
                        .isInstanceOf(ExecutionException.class)
                        .cause()
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("pool of shop.wasm: expected to be open, found closed");
            }
        }
    }

    @Test
    void closingTheDeploymentClosesItsPoolsAndWhatTheyLent() throws Exception {
        Deployment deployment = deployment();
        Pool one = deployment.pool(limits().build());
        Pool two = deployment.pool(limits().build());
        Pool.Lease lent = one.borrow();
        two.borrow().close();
        deployment.close();
        assertThat(closed).containsExactly("#2", "#1");
        assertThat(lent.instance().isUsable()).isFalse();
        lent.close();
        assertThat(closed).hasSize(2);
        assertThatThrownBy(one::borrow).hasMessage("pool of shop.wasm: expected to be open, found closed");
        assertThatThrownBy(() -> deployment.pool(limits().build()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("deployment of shop.wasm: expected to be open, found closed");
    }

    @Test
    void whoWaitsCanBeInterrupted() throws Exception {
        try (Deployment deployment = deployment()) {
            Pool pool = deployment.pool(
                    limits().size(1).waitingTime(Duration.ofHours(1)).build());
            Pool.Lease held = pool.borrow();
            List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
            Thread waiter = new Thread(() -> {
                try {
                    pool.borrow();
                } catch (InterruptedException | RuntimeException failure) {
                    thrown.add(failure);
                }
            });
            waiter.start();
            awaitState(waiter);
            waiter.interrupt();
            waiter.join();
            assertThat(thrown).hasExactlyElementsOfTypes(InterruptedException.class);
            held.close();
            pool.borrow().close();
        }
    }

    @Test
    void anInstanceThatCannotBeMadeTakesNoPlace() throws Exception {
        try (Deployment deployment = deployment(number -> {
            if (number < 3) {
                throw new UninstantiableException("shop.wasm: trap while instantiating: unreachable", null);
            }
        })) {
            Pool pool = deployment.pool(limits().size(1).build());
            assertThatThrownBy(pool::borrow)
                    .isInstanceOf(UninstantiableException.class)
                    .hasMessage("shop.wasm: trap while instantiating: unreachable");
            assertThatThrownBy(pool::fill).isInstanceOf(UninstantiableException.class);
            try (Pool.Lease lease = pool.borrow()) {
                assertThat(name(lease)).isEqualTo("#3");
            }
        }
    }

    @Test
    void aCloseThatFailsIsToldWhomItConcernsAndTakesNoPlace() throws Exception {
        try (Deployment deployment = deployment()) {
            Pool pool = deployment.pool(
                    limits().size(1).uses(1).idleTime(Duration.ofMinutes(1)).build(), clock);
            Pool.Lease lease = pool.borrow();
            lease.instance().onClose(() -> {
                throw new IllegalStateException("lost");
            });
            assertThatThrownBy(lease::close).hasMessage("lost");
            assertThat(closed).containsExactly("#1");
            pool.borrow().close();

            Pool idle = deployment.pool(
                    limits().size(1).idleTime(Duration.ofMinutes(1)).build(), clock);
            try (Pool.Lease other = idle.borrow()) {
                other.instance().onClose(() -> {
                    throw new IllegalStateException("lost");
                });
            }
            clock.go(Duration.ofMinutes(1));
            idle.borrow().close(); // who borrows another one is not to blame
            assertThat(closed).containsExactly("#1", "#2", "#3");
        }
    }

    @Test
    void closingGoesOnAfterAFailure() throws Exception {
        Deployment deployment = deployment();
        Pool pool = deployment.pool(limits().build());
        try (Pool.Lease one = pool.borrow();
                Pool.Lease two = pool.borrow()) {
            for (Pool.Lease each : List.of(one, two)) {
                String failure = name(each) + " lost";
                each.instance().onClose(() -> {
                    throw new IllegalStateException(failure);
                });
            }
        }
        assertThatThrownBy(deployment::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("deployment of shop.wasm: 1 failure while closing; the first:"
                        + " java.lang.IllegalStateException")
                .cause()
                .hasMessage("#1 lost")
                .satisfies(first -> assertThat(first.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("#2 lost"));
        assertThat(closed).containsExactly("#1", "#2");
    }

    @Test
    void neverMoreThanItsSizeUnderManyThreads() throws Exception {
        hammer(threads);
    }

    @Test
    void virtualThreadsToo() throws Exception {
        ExecutorService virtual = virtualThreads();
        assumeTrue(virtual != null, "virtual threads need Java 21");
        try {
            hammer(virtual);
        } finally {
            virtual.shutdownNow();
        }
    }

    private static ExecutorService virtualThreads() throws IllegalAccessException {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException older) {
            return null;
        } catch (InvocationTargetException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private void hammer(ExecutorService executor) throws Exception {
        int size = 3;
        try (Deployment deployment = deployment()) {
            Pool pool = deployment.pool(limits().size(size)
                    .uses(7)
                    .idleTime(Duration.ofNanos(50_000))
                    .waitingTime(Duration.ofMinutes(1))
                    .build());
            Set<ComponentInstance> inUse =
                    Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
            List<Callable<Void>> borrowers = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                int number = i;
                borrowers.add(() -> {
                    for (int n = 0; n < 20; n++) {
                        try (Pool.Lease lease = pool.borrow()) {
                            assertThat(inUse.add(lease.instance())).isTrue();
                            assertThat(made.get() - closed.size()).isLessThanOrEqualTo(size);
                            Thread.yield();
                            inUse.remove(lease.instance());
                        }
                        if (number % 50 == 0) {
                            pool.fill();
                        }
                    }
                    return null;
                });
            }
            for (Future<Void> borrower : executor.invokeAll(borrowers)) {
                borrower.get();
            }
            assertThat(pool.lent()).isZero();
            assertThat(pool.ready()).isLessThanOrEqualTo(size);
        }
        assertThat(closed).hasSize(made.get());
    }

    @Test
    void limitsThatAreNone() {
        assertThatThrownBy(() -> PoolLimits.builder().size(0).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pool: size: expected 1 or more, found 0");
        assertThatThrownBy(() -> PoolLimits.builder().uses(0).build())
                .hasMessage("pool: uses: expected 1 or more, found 0");
        assertThatThrownBy(() -> PoolLimits.builder().idleTime(Duration.ZERO).build())
                .hasMessage("pool: idle time: expected more than nothing, found PT0S");
        assertThatThrownBy(() ->
                        PoolLimits.builder().waitingTime(Duration.ofMillis(-1)).build())
                .hasMessage("pool: waiting time: expected none or more, found PT-0.001S");
        assertThat(PoolLimits.builder().build())
                .isEqualTo(new PoolLimits(
                        8, PoolLimits.UNLIMITED_USES, PoolLimits.UNLIMITED_TIME, Duration.ofSeconds(10)));
    }
}
