package dev.witloof.wrapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.DeadlineException;
import dev.witloof.error.LimitException;
import dev.witloof.error.TrapException;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Deployment;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.link.Wrapper;
import dev.witloof.value.Result;
import dev.witloof.wrapper.Sessions.Kind;
import dev.witloof.wrapper.Sessions.MapStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Limits of time, of calls and of bytes. */
class BoundedCallsTest {
    private static final byte[] PROFILE = "Ada Lovelace".getBytes(UTF_8);

    private final MapStore sessions = new MapStore();
    private final MapStore cache = new MapStore();

    private LinkPlan wrapped(Kind kind, Wrapper... wrappers) {
        return Sessions.plan(kind, sessions, cache, linker -> linker.wrap(wrappers));
    }

    @ParameterizedTest
    @EnumSource
    void aTimeLimitInterruptsAndTheCallTraps(Kind kind) {
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        try (ComponentInstance app =
                wrapped(kind, TimeLimit.of(Duration.ofMillis(500), scheduler)).instantiate()) {
            Sessions.login(app, "ada", PROFILE);
            cache.meanwhile = BoundedCallsTest::sleepLong;
            assertThatThrownBy(() -> Sessions.lookup(app, "ada"))
                    .isInstanceOf(DeadlineException.class)
                    .hasMessageStartingWith("export \"" + Sessions.SERVICE
                            + "\" lookup: import \"cache\" open: expected" + " an answer within 500 ms, found none");
            assertThat(Thread.interrupted()).isFalse();
        } finally {
            scheduler.shutdownNow();
        }
    }

    private static void sleepLong() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Test
    void whatComesBackLateFailsAndIsClosed() {
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        try (ComponentInstance app = wrapped(Kind.UNTYPED, TimeLimit.of(Duration.ofMillis(5), scheduler))
                .instantiate()) {
            cache.meanwhile = () -> {
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
            };
            assertThatThrownBy(() -> Sessions.lookup(app, "ada")).isInstanceOf(DeadlineException.class);
            assertThat(cache.log).containsExactly("open hot", "close");
            assertThat(Thread.interrupted()).isFalse();
        } finally {
            scheduler.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aQuotaOfCallsIsKeptForEachInstance(Kind kind) {
        LinkPlan plan = wrapped(kind, Quota.perInstance().calls(2));
        for (int i = 0; i < 2; i++) {
            try (ComponentInstance app = plan.instantiate()) {
                Sessions.login(app, "ada", PROFILE);
                assertThatThrownBy(() -> Sessions.login(app, "bob", PROFILE))
                        .isInstanceOf(LimitException.class)
                        .hasMessageStartingWith("export \"" + Sessions.SERVICE + "\" login: import \"cache\" open:"
                                + " expected at most 2 calls through the instance's import, found one more");
            }
        }
        assertThat(cache.entries).containsOnlyKeys("ada");
    }

    @Test
    void aQuotaOfBytesIsKeptForADeployment() {
        // "hot" and "ada" and the profile: 3 + 3 + 12
        LinkPlan plan = wrapped(Kind.TYPED, Quota.perDeployment().bytes(20).calls(100));
        assertThat(plan.bindings().get(1).wrappers())
                .containsExactly("at most 100 calls and 20 bytes for a deployment");
        for (int i = 0; i < 2; i++) {
            try (Deployment deployment = plan.start()) {
                Sessions.login(deployment.instantiate(), "ada", PROFILE);
                assertThatThrownBy(() -> Sessions.login(deployment.instantiate(), "ada", PROFILE))
                        .isInstanceOf(LimitException.class)
                        .hasMessageContaining("expected at most 20 bytes through the deployment's import, found 21");
            }
        }
    }

    /** One backend, one wrapper, many instances at once: not one call too many. */
    @Test
    void aQuotaOfADeploymentIsExactForAnyNumberOfThreads() throws Exception {
        AtomicInteger reached = new AtomicInteger();
        LinkPlan plan = Linker.builder()
                .bind("cache")
                .toFunctions(f -> f.function("open", (call, args) -> {
                    reached.incrementAndGet();
                    return Result.err(null);
                }))
                .wrap(Quota.perDeployment().calls(1_000), Timing.to((call, nanos, outcome) -> {}))
                .bind("sessions")
                .toFunctions(f -> f.function("open", (call, args) -> Result.err(null)))
                .build()
                .plan(Things.guess());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Deployment deployment = plan.start()) {
            List<Future<Integer>> traps = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                traps.add(threads.submit(() -> {
                    int trapped = 0;
                    for (int call = 0; call < 300; call++) {
                        // Each call has an instance of its own, because a trap is the end of one.
                        try (ComponentInstance app = deployment.instantiate()) {
                            app.function("guess").call("any");
                        } catch (LimitException e) {
                            trapped++;
                        }
                    }
                    return trapped;
                }));
            }
            int trapped = 0;
            for (Future<Integer> each : traps) {
                trapped += each.get();
            }
            assertThat(trapped).isEqualTo(200);
        } finally {
            threads.shutdownNow();
        }
        assertThat(reached).hasValue(1_000);
    }

    /** The error of this interface says nothing, and so it can say this too. */
    @Test
    void aTimeLimitAnswersWithTheInterfacesOwnError() {
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        try (ComponentInstance app = Linker.builder()
                .bind("cache")
                .toFunctions(f -> f.function("open", (call, args) -> {
                    sleepLong();
                    return Result.ok(new Object());
                }))
                .wrap(TimeLimit.of(Duration.ofMillis(5), scheduler))
                .bind("sessions")
                .toFunctions(f -> f.function("open", (call, args) -> Result.err(null)))
                .build()
                .plan(Things.guess())
                .instantiate()) {
            assertThat(app.function("guess").call("any")).isEqualTo(false);
            assertThat(Thread.interrupted()).isFalse();
            assertThat(app.function("guess").call("any")).isEqualTo(false);
        } finally {
            scheduler.shutdownNow();
        }
    }

    @Test
    void anInterruptThatWasThereBeforeTheTimeWasOverStays() {
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        CountDownLatch over = new CountDownLatch(1);
        try (ComponentInstance app = Linker.builder()
                .bind("cache")
                .toFunctions(f -> f.function("open", (call, args) -> {
                    Thread.currentThread().interrupt();
                    scheduler.schedule(over::countDown, 10, TimeUnit.MILLISECONDS);
                    while (over.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                    return Result.ok(new Object());
                }))
                .wrap(TimeLimit.of(Duration.ofMillis(5), scheduler))
                .bind("sessions")
                .toFunctions(f -> f.function("open", (call, args) -> Result.err(null)))
                .build()
                .plan(Things.guess())
                .instantiate()) {
            app.function("guess").call("any");
        } catch (TrapException interrupted) {
            assertThat(interrupted).hasMessageContaining("interrupted");
        } finally {
            scheduler.shutdownNow();
        }
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aQuotaOfNothingSaysSo() {
        assertThatThrownBy(() -> Quota.perInstance().calls(-1)).hasMessage("quota: expected 0 or more calls, found -1");
        assertThatThrownBy(() -> wrapped(Kind.TYPED, Quota.perInstance()))
                .hasMessageContaining("unfit wrapper")
                .hasMessageContaining("at most for an instance: expected calls or bytes, found neither");
    }
}
