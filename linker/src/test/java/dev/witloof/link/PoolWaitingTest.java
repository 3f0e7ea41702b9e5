package dev.witloof.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.witloof.error.PoolExhaustedException;
import dev.witloof.instance.ComponentInstance;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many borrowers of few instances: who waits, for how long, and in which order. */
@Timeout(60)
class PoolWaitingTest {

    private final PoolInstances instances = new PoolInstances();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /** Waits until the thread waits for an instance. */
    private static void awaitState(Thread thread) throws InterruptedException {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(1);
        }
    }

    @Test
    void whoWaitsTooLongIsToldSo() throws Exception {
        try (Deployment deployment = instances.deployment()) {
            Pool pool = deployment.pool(PoolInstances.limits().build());
            pool.borrow();
            Pool.Lease two = pool.borrow();
            assertThatThrownBy(pool::borrow)
                    .isInstanceOf(PoolExhaustedException.class)
                    .hasMessage("pool of shop.wasm: expected an instance to be free within 50 ms, found all 2 in use");
            two.close();
            assertThat(instances.name(pool.borrow())).isEqualTo("#2");
        }
    }

    @Test
    void noTimeToWaitIsNone() throws Exception {
        try (Deployment deployment = instances.deployment()) {
            Pool pool = deployment.pool(
                    PoolInstances.limits().size(1).waitingTime(Duration.ZERO).build());
            Pool.Lease one = pool.borrow();
            assertThatThrownBy(pool::borrow)
                    .hasMessage("pool of shop.wasm: expected an instance to be free within 0 ms, found all 1 in use");
            one.close();
            pool.borrow().close();
        }
    }

    @Test
    void whoeverWaitsFirstIsServedFirst() throws Exception {
        try (Deployment deployment = instances.deployment()) {
            Pool pool = deployment.pool(PoolInstances.limits()
                    .size(1)
                    .waitingTime(PoolLimits.UNLIMITED_TIME)
                    .build());
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
            assertThat(instances.made).hasValue(1);
        }
    }

    @Test
    void closingThePoolWakesAllWhoWait() throws Exception {
        try (Deployment deployment = instances.deployment()) {
            Pool pool = deployment.pool(PoolInstances.limits()
                    .size(1)
                    .waitingTime(Duration.ofHours(1))
                    .build());
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
    void whoWaitsCanBeInterrupted() throws Exception {
        try (Deployment deployment = instances.deployment()) {
            Pool pool = deployment.pool(PoolInstances.limits()
                    .size(1)
                    .waitingTime(Duration.ofHours(1))
                    .build());
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
        try (Deployment deployment = instances.deployment()) {
            Pool pool = deployment.pool(PoolInstances.limits()
                    .size(size)
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
                            assertThat(instances.made.get() - instances.closed.size())
                                    .isLessThanOrEqualTo(size);
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
        assertThat(instances.closed).hasSize(instances.made.get());
    }
}
