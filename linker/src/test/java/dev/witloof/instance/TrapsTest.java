package dev.witloof.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.TrapException;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What ends a call, what is said of it, and what the instance is worth afterwards. */
class TrapsTest {

    @Test
    void aGuestTrapNamesTheExportAndTheGuestsFrames() {
        try (ComponentInstance app = Components.traps()) {
            TrapException trap = Components.trap(app, "crash");
            assertThat(trap).hasMessage("export crash: unreachable\n    in main!inner\n    in main!outer");
            assertThat(trap.reason()).isEqualTo("unreachable");
            assertThat(trap.export()).contains("crash");
            assertThat(trap.importOnTheWay()).isEmpty();
            assertThat(trap.frames()).containsExactly("main!inner", "main!outer");
        }
    }

    @Test
    void theInstanceIsPoisonedAndSaysSo() {
        try (ComponentInstance app = Components.traps()) {
            TrapException first = Components.trap(app, "divide", 1, 0);
            assertThat(first.reason()).isEqualTo("integer divide by zero");
            assertThatThrownBy(() -> app.function("divide").call(4, 2))
                    .isInstanceOf(TrapException.class)
                    .hasMessage("divide: the instance trapped before: integer divide by zero")
                    .cause()
                    .isSameAs(first);
        }
    }

    @Test
    void endlessRecursionIsATrap() {
        try (ComponentInstance app = Components.traps()) {
            assertThat(Components.trap(app, "recurse").reason()).isEqualTo("call stack exhausted");
        }
    }

    @Test
    void aBackendThatThrowsIsATrapWithItsCause() {
        IOException down = new IOException("no route to the store");
        HostFunction throwing = (call, args) -> {
            throw down;
        };
        try (ComponentInstance app = Components.traps(throwing, throwing, throwing)) {
            TrapException trap = Components.trap(app, "call");
            assertThat(trap)
                    .hasMessage("export call: import \"back\" call: a test's backend threw java.io.IOException:"
                            + " no route to the store\n    in main!calls")
                    .hasCause(down);
            assertThat(trap.importOnTheWay()).contains("\"back\" call");
        }
    }

    @Test
    void anAssertionThatFailsInABackendIsTheCauseOfTheTrap() {
        AssertionError failed = new AssertionError("expected another key");
        HostFunction failing = (call, args) -> {
            throw failed;
        };
        try (ComponentInstance app = Components.traps(failing, failing, failing)) {
            assertThat(Components.trap(app, "call")).hasCause(failed);
        }
    }

    @Test
    void aBackendThatReturnsWhatDoesNotFitIsATrap() {
        HostFunction lone = (call, args) -> 0xD800;
        try (ComponentInstance app = Components.traps(lone, lone, lone)) {
            TrapException trap = Components.trap(app, "number");
            assertThat(trap.reason())
                    .isEqualTo(
                            "a test's backend returned what does not fit: result: expected char, found the code point"
                                    + " 0xd800");
            assertThat(trap.importOnTheWay()).contains("\"back\" number");
        }
    }

    @Test
    void anArgumentOutsideTheMemoryIsATrapOfThatImport() {
        try (ComponentInstance app = Components.traps()) {
            TrapException trap = Components.trap(app, "bad-log");
            assertThat(trap.importOnTheWay()).contains("\"log\"");
            assertThat(trap.reason())
                    .isEqualTo("string: expected 8 bytes within the memory's 65536, found them at 0xfffe");
        }
    }

    @Test
    void aResultOutsideTheMemoryIsATrap() {
        try (ComponentInstance app = Components.traps()) {
            assertThat(Components.trap(app, "give", 0xffffL).reason())
                    .isEqualTo("string: expected 4 bytes within the memory's 65536, found them at 0xffff");
        }
    }

    @Test
    void postReturnMayNotCallOut() {
        try (ComponentInstance app = Components.traps()) {
            assertThat(Components.trap(app, "after", 0L).reason())
                    .isEqualTo("call: expected none in realloc or post-return, found one");
        }
    }

    @Test
    void anArgumentThatDoesNotFitLeavesTheInstanceSound() {
        try (ComponentInstance app = Components.traps()) {
            assertThatThrownBy(() -> app.function("divide").call("four", 2))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("argument \"a\": expected s32, found a value of java.lang.String");
            assertThatThrownBy(() -> app.function("divide").call(4))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("divide: expected 2 arguments for func(a: s32, b: s32) -> s32, found 1");
            assertThat(app.function("divide").call(4, 2)).isEqualTo(2);
        }
    }

    @Test
    void theGuestMayNotBeEnteredWhileItCallsOut() {
        AtomicReference<ComponentInstance> app = new AtomicReference<>();
        HostFunction back = (call, args) -> app.get().function("divide").call(4, 2);
        app.set(Components.traps(back, back, back));
        TrapException trap = Components.trap(app.get(), "call");
        assertThat(trap.reason())
                .isEqualTo("divide: expected an instance that is not running, found one with a call on the way");
        app.get().close();
    }

    @Test
    void aSecondThreadIsToldSoAndTheFirstGoesOn() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        HostFunction waiting = (call, args) -> {
            inside.countDown();
            asked.await();
            return null;
        };
        ComponentInstance app = Components.traps(waiting, waiting, waiting);
        FutureTask<Object> first = new FutureTask<>(() -> app.function("call").call());
        Thread thread = new Thread(first, "the first");
        thread.start();
        inside.await();
        assertThatThrownBy(() -> app.function("divide").call(4, 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "the instance is in use by thread \"the first\": one thread at a time may call it, found thread \""
                                + Thread.currentThread().getName() + "\"");
        assertThatThrownBy(app::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the instance cannot be closed while a call is on the way in thread \"the first\"");
        asked.countDown();
        assertThat(first.get()).isNull();
        assertThat(app.function("divide").call(4, 2)).isEqualTo(2);
        app.close();
    }

    @Test
    void aClosedInstanceSaysSo() {
        ComponentInstance app = Components.traps();
        ComponentFunction divide = app.function("divide");
        app.close();
        app.close();
        assertThatThrownBy(() -> divide.call(4, 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the instance is closed");
    }

    @Test
    void aWrongNameListsWhatThereIs() {
        try (ComponentInstance app = Components.scalars()) {
            assertThatThrownBy(() -> app.function("boolean"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "component: no func \"boolean\" is exported; there is \"bool\", \"s8\", \"u8\", \"s16\","
                                    + " \"u16\", \"s32\", \"u32\", \"s64\", \"u64\", \"f32\", \"f64\", \"char\", \"raw-bool\","
                                    + " \"raw-u8\", \"raw-s8\", \"raw-u16\", \"raw-s16\", \"raw-char\", \"sum\", \"pair\", \"nothing\"");
            assertThatThrownBy(() -> app.instance("admin"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("component: no instance \"admin\" is exported; it exports none, there is"
                            + " func \"bool\", func \"s8\", func \"u8\", ");
        }
    }

    @Test
    void theFutureOfACallNeverSeesAnotherExceptionType() {
        FutureTask<Object> task =
                new FutureTask<>(() -> Components.traps().function("crash").call());
        task.run();
        assertThatThrownBy(task::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(TrapException.class);
    }
}
