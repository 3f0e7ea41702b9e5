package dev.witloof.link;

import static dev.witloof.link.Shop.STORE;
import static dev.witloof.link.Shop.functions;
import static dev.witloof.link.Shop.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.StartException;
import dev.witloof.name.ImportRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A backend that deployments share is closed with the last of them. */
class SharedBackendTest {

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /** One connection for all: what is open is given again. */
    private final class OneConnection implements Backend {

        private Connection connection;
        private boolean failsToClose;

        @Override
        public synchronized Started start(List<ImportRef> imports) {
            if (connection == null) {
                connection = new Connection(this);
                log.add("open");
            }
            return connection;
        }
    }

    private final class Connection implements Backend.Started {

        private final OneConnection backend;
        private volatile boolean closed;

        Connection(OneConnection backend) {
            this.backend = backend;
        }

        @Override
        public Object implementation(ImportRef ref) {
            return functions("get");
        }

        @Override
        public void close() throws IOException {
            synchronized (backend) {
                assertThat(closed).isFalse();
                closed = true;
                backend.connection = null;
                log.add("close");
                if (backend.failsToClose) {
                    throw new IOException("lost");
                }
            }
        }
    }

    /** A new connection for each start, as most backends have it. */
    private Backend each() {
        AtomicInteger number = new AtomicInteger();
        return imports -> {
            int n = number.incrementAndGet();
            log.add("open " + n + " for "
                    + imports.stream().map(ImportRef::name).toList());
            return new Backend.Started() {
                @Override
                public Object implementation(ImportRef ref) {
                    return functions("get");
                }

                @Override
                public void close() {
                    log.add("close " + n);
                }
            };
        };
    }

    private static LinkPlan plan(Backend backend, String... names) {
        Linker.Builder linker = Linker.builder();
        for (String name : names) {
            linker.bind(name).to(backend);
        }
        return Shop.plan(
                linker, Stream.of(names).map(name -> named(name, STORE)).toArray(Need[]::new));
    }

    static List<Function<Backend, Backend>> around() {
        Interceptor nothing = (call, args, next) -> next.call(call, args);
        return List.of(
                backend -> backend,
                backend -> backend.around(nothing),
                backend -> backend.around(nothing).around(nothing),
                Backend::shared);
    }

    @ParameterizedTest
    @MethodSource("around")
    void oneObjectForSeveralDeploymentsIsClosedWithTheLast(Function<Backend, Backend> around) {
        LinkPlan plan = plan(around.apply(new OneConnection()), "a", "b");
        Deployment one = plan.start();
        Deployment two = plan.start();
        Deployment three = plan.start();
        assertThat(log).containsExactly("open");
        two.close();
        two.close();
        one.close();
        assertThat(log).containsExactly("open");
        Deployment four = plan.start();
        three.close();
        four.close();
        assertThat(log).containsExactly("open", "close");
        plan.start().close();
        assertThat(log).containsExactly("open", "close", "open", "close");
    }

    @Test
    void plansOfOneLinkerShareToo() {
        Linker linker =
                Linker.builder().bind("a").optional().to(new OneConnection()).build();
        Deployment.Instantiation none = values -> {
            throw new AssertionError();
        };
        Deployment one = linker.plan(Shop.component(named("a", STORE)), none).start();
        Deployment two = linker.plan(Shop.component(named("a", null)), none).start();
        one.close();
        assertThat(log).containsExactly("open");
        two.close();
        assertThat(log).containsExactly("open", "close");
    }

    @Test
    void oneObjectOfTwoBackendsIsClosedOnce() {
        OneConnection backend = new OneConnection();
        Linker.Builder linker = Linker.builder();
        linker.bind("a").to(imports -> backend.start(imports));
        linker.bind("b").to(imports -> backend.start(imports));
        Deployment deployment =
                Shop.plan(linker, named("a", STORE), named("b", STORE)).start();
        deployment.close();
        assertThat(log).containsExactly("open", "close");
    }

    @Test
    void aDeploymentThatFailsToStartLetsGoOfWhatItHeld() {
        OneConnection backend = new OneConnection();
        Linker.Builder linker = Linker.builder();
        linker.bind("a").to(backend);
        linker.bind("b").to(imports -> {
            if (log.size() == 1) {
                return ref -> functions("get");
            }
            throw new IOException();
        });
        LinkPlan plan = Shop.plan(linker, named("a", STORE), named("b", STORE));
        Deployment one = plan.start();
        log.add("fail");
        assertThatThrownBy(plan::start).isInstanceOf(StartException.class);
        assertThat(log).containsExactly("open", "fail");
        one.close();
        assertThat(log).containsExactly("open", "fail", "close");
    }

    @Test
    void whoeverClosesLastIsToldThatItFailed() {
        OneConnection backend = new OneConnection();
        backend.failsToClose = true;
        LinkPlan plan = plan(backend, "a");
        Deployment one = plan.start();
        Deployment two = plan.start();
        one.close();
        assertThatThrownBy(two::close)
                .hasMessage("deployment of shop.wasm: 1 failure while closing; the first: java.io.IOException");
        backend.failsToClose = false;
        plan.start().close();
        assertThat(log).containsExactly("open", "close", "open", "close");
    }

    @Test
    void whatIsNotSharedIsStartedForEach() {
        LinkPlan plan = plan(each(), "a");
        Deployment one = plan.start();
        Deployment two = plan.start();
        one.close();
        two.close();
        assertThat(log).containsExactly("open 1 for [a]", "open 2 for [a]", "close 1", "close 2");
    }

    @Test
    void sharedIsOpenOnceForAllLinkers() {
        Backend shared = each().shared();
        Deployment one = plan(shared, "a").start();
        Deployment two = plan(shared, "b", "c").start();
        one.close();
        assertThat(log).containsExactly("open 1 for [a]");
        two.close();
        assertThat(log).containsExactly("open 1 for [a]", "close 1");
        plan(shared, "d").start().close();
        assertThat(log).containsExactly("open 1 for [a]", "close 1", "open 2 for [d]", "close 2");
        assertThat(shared.shared()).isSameAs(shared);
    }

    @Test
    void sharedIsDescribedAndCheckedLikeWhatItShares() {
        Backend offering = Shop.backend("redis", Shop.offer(STORE));
        assertThat(offering.shared().description()).isEqualTo("redis");
        assertThat(offering.shared().offers()).isEqualTo(offering.offers());
        assertThat(offering.shared().serves()).isEqualTo(offering.serves());
    }

    @Test
    void aSharedStartThatFailsIsTriedAgain() {
        Backend shared = ((Backend) imports -> {
                    log.add("start");
                    if (log.size() == 1) {
                        throw new IOException("down");
                    }
                    return log.size() == 2 ? null : ref -> functions("get");
                })
                .shared();
        LinkPlan plan = plan(shared, "a");
        StartException first = catchThrowableOfType(StartException.class, plan::start);
        assertThat(first).hasMessageContaining("start threw java.io.IOException");
        StartException second = catchThrowableOfType(StartException.class, plan::start);
        assertThat(second).hasMessageContaining("start returned null, expected what was opened");
        plan.start().close();
        assertThat(log).hasSize(3);
    }

    @Test
    void whatHoldsASharedBackendLetsGoOnce() throws Exception {
        Backend shared = each().shared();
        Backend.Started one = shared.start(List.of(named("a", STORE).ref()));
        Backend.Started two = shared.start(List.of(named("b", STORE).ref()));
        one.close();
        one.close();
        assertThat(log).containsExactly("open 1 for [a]");
        two.close();
        assertThat(log).containsExactly("open 1 for [a]", "close 1");
    }

    @ParameterizedTest
    @MethodSource("around")
    void noThreadIsGivenWhatAnotherCloses(Function<Backend, Backend> around) throws Exception {
        OneConnection backend = new OneConnection();
        LinkPlan plan = plan(around.apply(backend), "a");
        List<Callable<Boolean>> uses = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            int yields = random.nextInt(3);
            uses.add(() -> {
                try (Deployment deployment = plan.start()) {
                    Connection connection;
                    synchronized (backend) {
                        connection = backend.connection;
                    }
                    for (int n = 0; n < yields; n++) {
                        Thread.yield();
                    }
                    return connection != null && !connection.closed && deployment != null;
                }
            });
        }
        for (Future<Boolean> use : threads.invokeAll(uses)) {
            assertThat(use.get()).isTrue();
        }
        assertThat(log.stream().filter("open"::equals).count())
                .isEqualTo(log.stream().filter("close"::equals).count());
        assertThat(log).endsWith("close");
    }

    @Test
    void startsOfOneBackendDoNotWaitForEachOther() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        LinkPlan plan = plan(
                imports -> {
                    both.countDown();
                    both.await();
                    return ref -> functions("get");
                },
                "a");
        Future<Deployment> one = threads.submit(plan::start);
        Future<Deployment> two = threads.submit(plan::start);
        one.get().close();
        two.get().close();
    }

    @Test
    void aStartThatWaitsForASharedOneCanBeInterrupted() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Backend shared = ((Backend) imports -> {
                    inside.countDown();
                    goOn.await();
                    return ref -> functions("get");
                })
                .shared();
        LinkPlan plan = plan(shared, "a");
        Future<Deployment> first = threads.submit(plan::start);
        inside.await();
        Thread.currentThread().interrupt();
        StartException failure = catchThrowableOfType(StartException.class, plan::start);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure).hasCauseInstanceOf(InterruptedException.class);
        goOn.countDown();
        first.get().close();
    }

    @Test
    void aBackendMayCloseADeploymentOfItsOwnWhileItStarts() {
        List<Deployment> older = new ArrayList<>();
        LinkPlan[] plan = new LinkPlan[1];
        plan[0] = plan(
                imports -> {
                    older.forEach(Deployment::close);
                    return ref -> functions("get");
                },
                "a");
        older.add(plan[0].start());
        plan[0].start().close();
        assertThatThrownBy(() -> older.get(0).instantiate())
                .hasMessage("deployment of shop.wasm: expected to be open, found closed");
    }
}
