package dev.witloof.tests.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.PoolExhaustedException;
import dev.witloof.error.TrapException;
import dev.witloof.error.UninstantiableException;
import dev.witloof.instance.Component;
import dev.witloof.link.Backend;
import dev.witloof.link.Deployment;
import dev.witloof.link.Functions;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.link.Pool;
import dev.witloof.link.PoolLimits;
import dev.witloof.name.ImportRef;
import dev.witloof.tests.wast.Required;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deployments and pools of a guest that opens something as soon as it is there, and traps when it is told to. */
final class LifeCycleTest {

    private static final String GUEST = """
            (component
              (import "host" (instance $host
                (export "r" (type $r (sub resource)))
                (export "open" (func (result (own $r))))
                (export "is-sound" (func (result bool)))
                (export "wait" (func))))
              (core func $open (canon lower (func $host "open")))
              (core func $is-sound (canon lower (func $host "is-sound")))
              (core func $wait (canon lower (func $host "wait")))
              (core module $m
                (import "" "open" (func $open (result i32)))
                (import "" "is-sound" (func $is-sound (result i32)))
                (import "" "wait" (func $wait))
                (global $n (mut i32) (i32.const 0))
                (func $start (drop (call $open)) (if (i32.eqz (call $is-sound)) (then unreachable)))
                (start $start)
                (func (export "trap") unreachable)
                (func (export "wait") (call $wait))
                (func (export "count") (result i32)
                  (global.set $n (i32.add (global.get $n) (i32.const 1))) (global.get $n)))
              (core instance $i (instantiate $m (with "" (instance
                (export "open" (func $open)) (export "is-sound" (func $is-sound)) (export "wait" (func $wait))))))
              (func (export "trap") (canon lift (core func $i "trap")))
              (func (export "wait") (canon lift (core func $i "wait")))
              (func (export "count") (result u32) (canon lift (core func $i "count"))))
            """;

    private final List<String> log = new ArrayList<>();
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "caller"));
    private boolean sound = true;
    private boolean dropFails;

    @BeforeEach
    void library() {
        Required.library();
    }

    @AfterEach
    void end() {
        thread.shutdownNow();
    }

    /** What it opens for guests are numbers, in the order of opening. */
    private final class Host implements Backend {

        private int opened;

        @Override
        public Started start(List<ImportRef> imports) {
            log.add("start");
            Functions functions = Functions.of(f -> f.function("open", (call, args) -> {
                        log.add("open " + ++opened);
                        return opened;
                    })
                    .function("is-sound", (call, args) -> sound)
                    .function("wait", (call, args) -> {
                        inside.countDown();
                        goOn.await();
                        return null;
                    })
                    .resource("r", number -> {
                        log.add("drop " + number);
                        if (dropFails) {
                            throw new IllegalStateException("lost");
                        }
                    }));
            return new Started() {
                @Override
                public Object implementation(ImportRef importRef) {
                    return functions;
                }

                @Override
                public void close() {
                    log.add("close");
                }
            };
        }
    }

    private LinkPlan plan() {
        Component component = Parts.component(GUEST);
        return Linker.builder().bind("host").to(new Host()).build().plan(component);
    }

    @Test
    void L8_whatAnInstanceOpenedBeforeItTrappedIsGivenBack() {
        sound = false;
        assertThatThrownBy(() -> plan().instantiate())
                .isInstanceOf(UninstantiableException.class)
                .hasMessage("core module 0: expected segments that fit and a start function that returns, found a trap:"
                        + " unreachable");
        assertThat(log).containsExactly("start", "open 1", "drop 1", "close");
    }

    @Test
    void L8_whatCannotBeGivenBackIsSuppressed() {
        sound = false;
        dropFails = true;
        assertThatThrownBy(() -> plan().instantiate())
                .isInstanceOf(UninstantiableException.class)
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
        assertThat(log).containsExactly("start", "open 1", "drop 1", "close");
    }

    @Test
    void oneThatCannotBeMadeLeavesTheOthers() {
        try (Deployment deployment = plan().start()) {
            deployment.instantiate();
            sound = false;
            assertThatThrownBy(deployment::instantiate).isInstanceOf(UninstantiableException.class);
            sound = true;
            assertThat(deployment.instantiate().function("count").call()).isEqualTo(1L);
            log.add("end");
        }
        assertThat(log)
                .containsExactly("start", "open 1", "open 2", "drop 2", "open 3", "end", "drop 3", "drop 1", "close");
    }

    @Test
    void aTrapTakesAnInstanceOutOfThePool() throws Exception {
        try (Deployment deployment = plan().start()) {
            Pool pool = deployment.pool(PoolLimits.builder().size(1).build());
            assertThat(count(pool)).isEqualTo(1L);
            assertThat(count(pool)).isEqualTo(2L);
            try (Pool.Lease lease = pool.borrow()) {
                assertThatThrownBy(() -> lease.instance().function("trap").call())
                        .isInstanceOf(TrapException.class);
                assertThat(lease.instance().isUsable()).isFalse();
            }
            assertThat(log).containsExactly("start", "open 1", "drop 1");
            assertThat(count(pool)).isEqualTo(1L);
        }
        assertThat(log).containsExactly("start", "open 1", "drop 1", "open 2", "drop 2", "close");
    }

    private static Object count(Pool pool) throws InterruptedException {
        try (Pool.Lease lease = pool.borrow()) {
            return lease.instance().function("count").call();
        }
    }

    @Test
    void oneThatTrapsAsItIsMadeTakesNoPlace() throws Exception {
        try (Deployment deployment = plan().start()) {
            Pool pool = deployment.pool(
                    PoolLimits.builder().size(1).waitingTime(Duration.ZERO).build());
            sound = false;
            assertThatThrownBy(pool::borrow).isInstanceOf(UninstantiableException.class);
            sound = true;
            assertThat(count(pool)).isEqualTo(1L);
            try (Pool.Lease lease = pool.borrow()) {
                assertThatThrownBy(pool::borrow).isInstanceOf(PoolExhaustedException.class);
                assertThat(lease.instance().isUsable()).isTrue();
            }
        }
    }

    @Test
    void oneThatIsReturnedWithACallOnTheWayIsNotLentAgain() throws Exception {
        Deployment deployment = plan().start();
        Pool pool = deployment.pool(PoolLimits.builder().size(1).build());
        Pool.Lease lease = pool.borrow();
        Future<Object> call =
                thread.submit(() -> lease.instance().function("wait").call());
        inside.await();
        assertThatThrownBy(lease::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the instance cannot be closed while a call is on the way in thread \"caller\"");
        assertThat(count(pool)).isEqualTo(1L);
        goOn.countDown();
        assertThat(call.get()).isNull();
        assertThat(count(pool)).isEqualTo(2L);
        deployment.close();
        assertThat(log).containsExactly("start", "open 1", "open 2", "drop 2", "drop 1", "close");
    }

    @Test
    void theNumberOfUsesIsThatOfLeases() throws Exception {
        try (Deployment deployment = plan().start()) {
            Pool pool = deployment.pool(PoolLimits.builder().uses(1).build());
            assertThat(count(pool)).isEqualTo(1L);
            assertThat(count(pool)).isEqualTo(1L);
        }
        assertThat(log).containsExactly("start", "open 1", "drop 1", "open 2", "drop 2", "close");
    }
}
