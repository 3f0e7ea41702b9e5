package dev.witloof.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.CancelledException;
import dev.witloof.error.TrapException;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.HostFunction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that another thread cancels; no scheduler is needed for that. */
@Timeout(60)
final class CancellationTest {

    private static final HostFunction ZERO = (call, args) -> 0L;

    private final Cancellation cancellation = new Cancellation();

    @AfterEach
    void noInterruptIsLeft() {
        assertThat(Thread.interrupted()).isFalse();
    }

    /** Cancels from a thread called {@code canceller} once the guest has called {@code log}. */
    private final class Canceller implements HostFunction {

        private final CountDownLatch called = new CountDownLatch(1);
        private final Thread thread = new Thread(
                () -> {
                    try {
                        called.await();
                    } catch (InterruptedException unexpected) {
                        throw new AssertionError(unexpected);
                    }
                    cancellation.cancel();
                },
                "canceller");

        Canceller() {
            thread.start();
        }

        @Override
        public Object call(dev.witloof.instance.Call call, Object[] args) {
            called.countDown();
            return 0L;
        }
    }

    @Test
    void aCallIsCancelledByAnotherThread() throws Exception {
        Canceller canceller = new Canceller();
        try (ComponentInstance app = Hostile.limited("hostile", Limits.NONE, canceller)) {
            assertThatThrownBy(() -> app.cancellable(
                            cancellation, () -> app.function("ask-and-spin").call()))
                    .isExactlyInstanceOf(CancelledException.class)
                    .hasMessageStartingWith("export ask-and-spin: cancelled by thread \"canceller\"\n    in ");
            canceller.thread.join();
            assertThat(Hostile.trap(app, "add", 1L, 2L))
                    .isExactlyInstanceOf(TrapException.class)
                    .hasMessage("add: the instance trapped before: cancelled by thread \"canceller\"");
        }
    }

    @Test
    void whatIsCancelledBeforeDoesNotBegin() {
        cancellation.cancel();
        AtomicInteger runs = new AtomicInteger();
        try (ComponentInstance app = Hostile.limited("hostile", Limits.NONE, ZERO)) {
            assertThatThrownBy(() -> app.cancellable(cancellation, runs::incrementAndGet))
                    .isExactlyInstanceOf(CancelledException.class)
                    .hasMessage(
                            "cancelled by thread \"" + Thread.currentThread().getName() + "\"");
            assertThat(runs).hasValue(0);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            assertThat(app.function("add").call(1L, 2L)).as("not poisoned").isEqualTo(3L);
        }
    }

    @Test
    void aCallAfterTheCancellationDoesNotBegin() {
        try (ComponentInstance app = Hostile.limited("hostile", Limits.NONE, ZERO)) {
            assertThatThrownBy(() -> app.cancellable(cancellation, () -> {
                        assertThat(app.function("add").call(1L, 2L)).isEqualTo(3L);
                        cancellation.cancel();
                        assertThat(Thread.currentThread().isInterrupted()).isTrue();
                        return app.function("add").call(1L, 2L);
                    }))
                    .isExactlyInstanceOf(CancelledException.class)
                    .hasMessage(
                            "cancelled by thread \"" + Thread.currentThread().getName() + "\"");
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            assertThat(app.function("add").call(1L, 2L)).as("not poisoned").isEqualTo(3L);
        }
    }

    @Test
    void whoComesLateCancelsNothing() {
        try (ComponentInstance app = Hostile.limited("hostile", Limits.NONE, ZERO)) {
            assertThat(app.cancellable(cancellation, () -> app.function("add").call(1L, 2L)))
                    .isEqualTo(3L);
            cancellation.cancel();
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            assertThat(app.function("add").call(1L, 2L)).isEqualTo(3L);
        }
    }

    @Test
    void hostCodeThatBlocksIsInterrupted() {
        Canceller canceller = new Canceller();
        HostFunction sleeping = (call, args) -> {
            canceller.call(call, args);
            Thread.sleep(60_000);
            return 0L;
        };
        try (ComponentInstance app = Hostile.limited("hostile", Limits.NONE, sleeping)) {
            assertThatThrownBy(() -> app.cancellable(
                            cancellation, () -> app.function("ask").call()))
                    .isExactlyInstanceOf(CancelledException.class)
                    .hasMessageStartingWith("export ask: import \"log\": cancelled by thread \"canceller\"\n    in ")
                    .hasRootCauseInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void cancellingAgainReachesWhoDidNotHeedIt() throws Exception {
        Thread caller = Thread.currentThread();
        AtomicInteger swallowed = new AtomicInteger();
        HostFunction deaf = (call, args) -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException ignored) {
                swallowed.incrementAndGet();
            }
            return 0L;
        };
        Thread canceller = new Thread(
                () -> {
                    while (swallowed.get() < 3 && caller.isAlive()) {
                        cancellation.cancel();
                        Thread.yield();
                    }
                },
                "canceller");
        try (ComponentInstance app = Hostile.limited("hostile", Limits.NONE, deaf)) {
            canceller.start();
            assertThatThrownBy(() -> app.cancellable(cancellation, () -> {
                        while (true) {
                            app.function("ask").call();
                        }
                    }))
                    .isInstanceOf(CancelledException.class);
        }
        swallowed.set(3);
        canceller.join();
    }

    @Test
    void anInterruptOfTheEmbeddersIsNotOurs() {
        try (ComponentInstance app = Hostile.limited("hostile", Limits.NONE, ZERO)) {
            Thread.currentThread().interrupt();
            TrapException trap = Hostile.trap(app, "spin");
            assertThat(trap).isExactlyInstanceOf(TrapException.class);
            assertThat(trap.reason()).isEqualTo("interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
        try (ComponentInstance app = Hostile.limited("hostile", Limits.NONE, ZERO)) {
            assertThatThrownBy(() -> app.cancellable(cancellation, () -> {
                        Thread.currentThread().interrupt();
                        cancellation.cancel();
                        return app.function("spin").call();
                    }))
                    .isInstanceOf(CancelledException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void whatTheCallsThrowIsThrown() {
        IOException failure = new IOException("no");
        try (ComponentInstance app = Hostile.limited("hostile", Limits.NONE, ZERO)) {
            assertThatThrownBy(() -> app.cancellable(cancellation, () -> {
                        throw failure;
                    }))
                    .isSameAs(failure);
        }
    }

    @Test
    void itTellsWhoCancelledAndDoesWhatIsRegistered() {
        List<String> done = new ArrayList<>();
        assertThat(cancellation.cancelledBy()).isEmpty();
        Cancellation.Registration registration = cancellation.onCancel(by -> done.add("first by " + by));
        cancellation.cancel();
        String me = Thread.currentThread().getName();
        assertThat(cancellation.cancelledBy()).contains(me);
        cancellation.onCancel(by -> done.add("second by " + by));
        registration.close();
        cancellation.cancel();
        assertThat(done).containsExactly("first by " + me, "second by " + me, "second by " + me);
    }

    /** The cancellation comes just when a call is over, again and again: the thread never keeps an interrupt of ours. */
    @Test
    void noInterruptOutlastsItsCall() throws Exception {
        for (int i = 0; i < 300; i++) {
            Cancellation each = new Cancellation();
            CountDownLatch ready = new CountDownLatch(1);
            int depth = 4 + i % 12;
            Thread canceller = new Thread(() -> {
                ready.countDown();
                each.cancel();
            });
            try (ComponentInstance app = Hostile.limited("hostile", Limits.NONE, ZERO)) {
                canceller.start();
                ready.await();
                try {
                    app.cancellable(each, () -> app.function("tree").call((long) depth));
                } catch (CancelledException cancelled) {
                    assertThat(cancelled.reason()).startsWith("cancelled by thread ");
                }
                canceller.join();
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
            }
        }
    }
}
