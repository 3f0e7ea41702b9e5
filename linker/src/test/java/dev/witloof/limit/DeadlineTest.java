package dev.witloof.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.DeadlineException;
import dev.witloof.error.TrapException;
import dev.witloof.error.UninstantiableException;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.HostFunction;
import dev.witloof.link.Linker;
import dev.witloof.value.ResourceValue;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that do not come to their end are ended, and the thread that made them is none the worse for it. */
@Timeout(120)
final class DeadlineTest {

    private static final Limits SHORT =
            Limits.builder().deadline(Duration.ofMillis(100)).build();
    private static final Limits LONG =
            Limits.builder().deadline(Duration.ofHours(1)).build();
    private static final String REASON = "deadline: expected an end within 100ms, found the call still running";
    private static final HostFunction ZERO = (call, args) -> 0L;

    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);

    @AfterEach
    void noInterruptIsLeft() {
        scheduler.shutdownNow();
        assertThat(Thread.interrupted()).isFalse();
    }

    private ComponentInstance hostile(HostFunction log) {
        return Hostile.timed("hostile", SHORT, scheduler, log);
    }

    private static TrapException assertLate(ComponentInstance app, String function, Object... args) {
        TrapException trap = Hostile.trap(app, function, args);
        assertThat(trap).isExactlyInstanceOf(DeadlineException.class);
        assertThat(trap.reason()).isEqualTo(REASON);
        assertThat(trap.export()).contains(function);
        assertThat(Hostile.trap(app, "add", 1L, 2L))
                .hasMessage("add: the instance trapped before: " + REASON)
                .cause()
                .isSameAs(trap);
        return trap;
    }

    @ParameterizedTest
    @CsvSource({
        "hostile, spin",
        "hostile, spin-if",
        "hostile, spin-table",
        "hostile, spin-null",
        "hostile, spin-catch",
        "hostile, spin-tail",
        "hostile, spin-fill",
        "hostile, spin-post",
        "hostile, ask-on",
        "interpreted, spin",
        "interpreted, spin-if",
        "interpreted, spin-table",
        "interpreted, spin-null",
        "interpreted, spin-catch",
        "interpreted, spin-tail",
        "interpreted, spin-fill",
        "interpreted, spin-post",
        "interpreted, ask-on"
    })
    void anEndlessLoopIsEnded(String component, String function) {
        try (ComponentInstance app = Hostile.timed(component, SHORT, scheduler, ZERO)) {
            assertLate(app, function);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"hostile", "interpreted"})
    void callsWithoutEndAreEnded(String component) {
        try (ComponentInstance app = Hostile.timed(component, SHORT, scheduler, ZERO)) {
            assertLate(app, "tree", 200L);
        }
    }

    @Test
    void theTrapNamesTheGuestsFrames() {
        try (ComponentInstance app = hostile(ZERO)) {
            assertThat(Hostile.trap(app, "spin")).hasMessageMatching("export spin: " + REASON + "\n    in .+");
        }
    }

    @Test
    void aReallocThatDoesNotReturnIsEnded() {
        try (ComponentInstance app = hostile(ZERO)) {
            app.function("arm").call();
            assertLate(app, "take", (Object) new byte[10]);
        }
    }

    @Test
    void callsByExactHandlesAndJavaInterfacesAreEnded() throws Throwable {
        try (ComponentInstance app = hostile(ZERO)) {
            MethodHandle spin = app.function("spin").handle(MethodType.methodType(void.class));
            assertThatThrownBy(() -> {
                        spin.invokeExact();
                    })
                    .isInstanceOf(DeadlineException.class)
                    .hasMessageStartingWith("export spin: " + REASON);
        }
        try (ComponentInstance app = hostile(ZERO)) {
            Spinning spinning = app.as(Spinning.class);
            assertThat(spinning.add(1, 2)).isEqualTo(3);
            assertThatThrownBy(spinning::spin)
                    .isInstanceOf(DeadlineException.class)
                    .hasMessageStartingWith("export spin: " + REASON);
        }
        try (ComponentInstance app = hostile(ZERO)) {
            app.function("arm").call();
            Spinning spinning = app.as(Spinning.class);
            assertThatThrownBy(() -> spinning.take(new byte[3]))
                    .isInstanceOf(DeadlineException.class)
                    .hasMessageStartingWith("export take: " + REASON);
        }
    }

    /** Some of the exports of the hostile component. */
    public interface Spinning {
        void spin();

        long add(long a, long b);

        long take(byte[] bytes);
    }

    @Test
    void aStartFunctionThatDoesNotReturnIsEnded() {
        Linker linker = Linker.builder().limits(SHORT).scheduler(scheduler).build();
        assertThatThrownBy(() -> linker.plan(Hostile.load("start")).instantiate())
                .isInstanceOf(UninstantiableException.class)
                .hasMessageStartingWith("component: trap while instantiating: " + REASON)
                .hasCauseInstanceOf(DeadlineException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aDestructorThatDoesNotReturnIsEnded() {
        try (ComponentInstance app = Hostile.timed("destructors", SHORT, scheduler, ZERO)) {
            ResourceValue thing =
                    (ResourceValue) app.instance("things").function("make").call();
            assertThatThrownBy(thing::close)
                    .isInstanceOf(DeadlineException.class)
                    .hasMessageStartingWith(REASON);
            assertThat(thing.isOpen()).isFalse();
        }
    }

    private ComponentInstance owner(Linker.Builder limited, ComponentInstance things) {
        limited.bind("things").toInstance(things, "things");
        return limited.build().plan(Hostile.load("owner")).instantiate();
    }

    @Test
    void aDestructorOfAnotherInstanceIsEndedByTheDeadlineOfEither() {
        try (ComponentInstance things = Hostile.timed("destructors", SHORT, scheduler, ZERO);
                ComponentInstance app = owner(Linker.builder(), things)) {
            assertThatThrownBy(() -> app.function("drop").call())
                    .isInstanceOf(DeadlineException.class)
                    .hasMessageStartingWith("export drop: " + REASON);
        }
        try (ComponentInstance things = Hostile.limited("destructors", Limits.NONE, ZERO);
                ComponentInstance app = owner(Linker.builder().limits(SHORT).scheduler(scheduler), things)) {
            assertThatThrownBy(() -> app.function("drop").call())
                    .isInstanceOf(DeadlineException.class)
                    .hasMessageStartingWith("export drop: " + REASON);
        }
    }

    @Test
    void aDestructorThatDoesNotReturnAtTheCloseOfItsOwnerIsEnded() {
        try (ComponentInstance things = Hostile.timed("destructors", SHORT, scheduler, ZERO)) {
            ComponentInstance app = owner(Linker.builder(), things);
            app.function("keep").call();
            app.function("keep").call();
            assertThatThrownBy(app::close).isInstanceOf(DeadlineException.class).hasMessageStartingWith(REASON);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
        try (ComponentInstance things = Hostile.limited("destructors", Limits.NONE, ZERO)) {
            ComponentInstance app = owner(Linker.builder().limits(SHORT).scheduler(scheduler), things);
            app.function("keep").call();
            assertThatThrownBy(app::close).isInstanceOf(DeadlineException.class).hasMessageStartingWith(REASON);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    @Test
    void hostCodeThatBlocksIsInterrupted() {
        HostFunction sleeping = (call, args) -> {
            Thread.sleep(60_000);
            return 0L;
        };
        try (ComponentInstance app = hostile(sleeping)) {
            TrapException trap = assertLate(app, "ask");
            assertThat(trap)
                    .hasMessageStartingWith("export ask: import \"log\": " + REASON + "\n    in ")
                    .hasRootCauseInstanceOf(InterruptedException.class);
            assertThat(trap.importOnTheWay()).contains("\"log\"");
        }
    }

    @Test
    void hostCodeThatKeepsTheInterruptLeavesNone() {
        HostFunction careful = (call, args) -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return 0L;
        };
        try (ComponentInstance app = hostile(careful)) {
            assertLate(app, "ask-and-spin");
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    @Test
    void hostCodeThatSwallowsTheInterruptDoesNotSaveTheGuest() {
        HostFunction deaf = (call, args) -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException swallowed) {
                return 1L;
            }
            return 0L;
        };
        for (String function : new String[] {"ask", "ask-and-spin", "ask-on"}) {
            try (ComponentInstance app = hostile(deaf)) {
                assertLate(app, function);
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
            }
        }
    }

    @Test
    void anInterruptThatTheEmbedderMadeBeforeStaysAndIsNoDeadline() {
        try (ComponentInstance app = hostile(ZERO)) {
            Thread.currentThread().interrupt();
            TrapException trap = Hostile.trap(app, "spin");
            assertThat(trap)
                    .isExactlyInstanceOf(TrapException.class)
                    .hasMessageStartingWith("export spin: interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void anInterruptThatTheEmbedderMakesDuringTheCallStaysAndIsNoDeadline() throws Exception {
        Thread caller = Thread.currentThread();
        CountDownLatch asked = new CountDownLatch(1);
        Thread embedder = new Thread(() -> {
            try {
                asked.await();
            } catch (InterruptedException unexpected) {
                throw new AssertionError(unexpected);
            }
            caller.interrupt();
        });
        embedder.start();
        HostFunction log = (call, args) -> {
            asked.countDown();
            return 0L;
        };
        try (ComponentInstance app = Hostile.timed("hostile", LONG, scheduler, log)) {
            TrapException trap = Hostile.trap(app, "ask-and-spin");
            assertThat(trap).isExactlyInstanceOf(TrapException.class);
            assertThat(trap.reason()).isEqualTo("interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
        embedder.join();
    }

    @Test
    void anInterruptOfTheEmbeddersStaysAlsoWhenTheDeadlinePasses() {
        HostFunction interrupted = (call, args) -> {
            Thread.currentThread().interrupt();
            long end = System.nanoTime() + Duration.ofMillis(250).toNanos();
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            return 0L;
        };
        try (ComponentInstance app = hostile(interrupted)) {
            assertLate(app, "ask");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void callsInTimeAreNotDisturbedAndNeedOneTaskTogether() {
        try (ComponentInstance app = Hostile.timed("hostile", LONG, scheduler, ZERO)) {
            for (int i = 0; i < 10_000; i++) {
                assertThat(app.function("add").call((long) i, 1L)).isEqualTo(i + 1L);
            }
            assertThat(scheduler.getQueue()).hasSize(1);
        }
        scheduler.purge();
        assertThat(scheduler.getQueue()).as("after closing").isEmpty();
    }

    @Test
    void everyCallHasItsOwnTime() throws Exception {
        try (ComponentInstance app = hostile(ZERO)) {
            for (int i = 0; i < 10; i++) {
                Thread.sleep(30);
                assertThat(app.function("add").call(1L, 2L)).isEqualTo(3L);
            }
            assertLate(app, "spin");
        }
    }

    @Test
    void aCallWithoutASchedulerThatWouldEndItIsRefused() {
        try (ComponentInstance app = hostile(ZERO)) {
            assertThat(app.function("add").call(1L, 2L)).isEqualTo(3L);
            scheduler.shutdownNow();
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> app.function("add").call(1L, 2L))
                        .isExactlyInstanceOf(IllegalStateException.class)
                        .hasMessage("deadline: expected a scheduler that takes tasks, found one that is shut down");
            }
        }
    }

    @Test
    void anInnerCallHasTheDeadlineOfItsOwnInstanceToo() {
        try (ComponentInstance inner = hostile(ZERO);
                ComponentInstance outer = Hostile.timed("hostile", LONG, scheduler, (call, args) -> {
                    assertLate(inner, "spin");
                    assertThat(Thread.currentThread().isInterrupted()).isFalse();
                    return 5L;
                })) {
            assertThat(outer.function("ask").call()).isEqualTo(5L);
        }
    }

    @Test
    void theOuterDeadlineEndsInnerCallsOfOtherInstances() {
        try (ComponentInstance inner = Hostile.timed("hostile", LONG, scheduler, ZERO);
                ComponentInstance outer =
                        hostile((call, args) -> inner.function("spin").call())) {
            TrapException trap = assertLate(outer, "ask");
            assertThat(trap)
                    .hasMessageStartingWith("export ask: import \"log\": " + REASON)
                    .hasRootCauseMessage("Thread interrupted");
            assertThat(Hostile.trap(inner, "add", 1L, 2L)).hasMessage("add: the instance trapped before: interrupted");
        }
    }

    @Test
    void callsWithinATimeOfTheirOwn() {
        Duration little = Duration.ofMillis(100);
        try (ComponentInstance app = Hostile.timed("hostile", Limits.NONE, scheduler, ZERO)) {
            assertThat(app.within(little, () -> app.function("add").call(1L, 2L)))
                    .isEqualTo(3L);
            assertThatThrownBy(
                            () -> app.within(little, () -> app.function("spin").call()))
                    .isInstanceOf(DeadlineException.class)
                    .hasMessageStartingWith("export spin: " + REASON);
        }
        try (ComponentInstance app = Hostile.timed("hostile", LONG, scheduler, ZERO)) {
            assertThatThrownBy(
                            () -> app.within(little, () -> app.function("spin").call()))
                    .isInstanceOf(DeadlineException.class)
                    .hasMessageStartingWith("export spin: " + REASON);
        }
        try (ComponentInstance app = hostile(ZERO)) {
            assertThatThrownBy(() -> app.within(
                            Duration.ofHours(1), () -> app.function("spin").call()))
                    .isInstanceOf(DeadlineException.class)
                    .hasMessageStartingWith("export spin: " + REASON);
        }
        try (ComponentInstance app = Hostile.limited("hostile", Limits.NONE, ZERO)) {
            assertThatThrownBy(
                            () -> app.within(little, () -> app.function("spin").call()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("component: within: expected a linker with a scheduler, found one without");
        }
        scheduler.purge();
        assertThat(scheduler.getQueue()).isEmpty();
    }

    /** The deadline passes just when a call is over, again and again: the thread never keeps an interrupt of ours. */
    @Test
    void noInterruptOutlastsItsCall() throws Exception {
        Limits limits = Limits.builder().deadline(Duration.ofMillis(1)).build();
        int late = 0;
        for (int i = 0; i < 300; i++) {
            try (ComponentInstance app = Hostile.timed("hostile", limits, scheduler, ZERO)) {
                for (long depth = 6 + i % 9; depth < 22; depth++) {
                    app.function("tree").call(depth);
                    assertThat(Thread.currentThread().isInterrupted()).isFalse();
                }
            } catch (TrapException ended) {
                assertThat(ended).isInstanceOf(DeadlineException.class);
                late++;
            }
            Thread.sleep(0, 100_000);
        }
        assertThat(late).isPositive();
        Thread.sleep(20);
    }
}
