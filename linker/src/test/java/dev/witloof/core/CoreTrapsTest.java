package dev.witloof.core;

import static dev.witloof.core.Modules.function;
import static dev.witloof.core.Modules.instance;
import static dev.witloof.core.Modules.reason;
import static dev.witloof.core.Modules.trap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.DeadlineException;
import dev.witloof.error.ExitException;
import dev.witloof.error.LimitException;
import dev.witloof.error.TrapException;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CoreTrapsTest {

    private static CoreInstance calls(Execution execution) {
        return instance("calls", execution, Modules.host(args -> args));
    }

    @ParameterizedTest
    @EnumSource
    void unreachableWithTheFramesOfTheGuest(Execution execution) {
        TrapException trap = trap(calls(execution), "unreachable");
        assertThat(trap.reason()).isEqualTo("unreachable");
        assertThat(trap.frames()).containsExactly("calls!deeper", "calls!stop");
        assertThat(trap).hasMessage("unreachable\n    in calls!deeper\n    in calls!stop");
    }

    @ParameterizedTest
    @EnumSource
    void withoutNamesFramesAreNumbered(Execution execution) {
        assertThat(trap(instance("unnamed", execution), "stop").frames()).containsExactly("func[1]", "func[0]");
    }

    @ParameterizedTest
    @EnumSource
    void theSpecificationsWords(Execution execution) {
        CoreInstance calls = calls(execution);
        assertThat(reason(calls, "divide", 1, 0)).isEqualTo("integer divide by zero");
        assertThat(reason(calls, "divide", Integer.MIN_VALUE, -1)).isEqualTo("integer overflow");
        assertThat(reason(calls, "truncate", Float.floatToRawIntBits(Float.NaN)))
                .isEqualTo("invalid conversion to integer");
        assertThat(reason(calls, "truncate", Float.floatToRawIntBits(3e9f))).isEqualTo("integer overflow");
        assertThat(reason(calls, "load", 65533)).isEqualTo("out of bounds memory access");
        assertThat(reason(calls, "load", -4)).isEqualTo("out of bounds memory access");
        assertThat(reason(calls, "indirect", 4, 1)).isEqualTo("undefined element 4");
        assertThat(reason(calls, "indirect", -1, 1)).isEqualTo("undefined element 4294967295");
        assertThat(reason(calls, "indirect", 2, 1)).isEqualTo("uninitialized element 2");
        assertThat(reason(calls, "indirect", 1, 1)).isEqualTo("indirect call type mismatch");
        assertThat(Modules.call(calls, "indirect", 0, 21)).isEqualTo(42);
    }

    @ParameterizedTest
    @EnumSource
    void aDeepRecursionExhaustsTheStack(Execution execution) {
        TrapException trap = trap(calls(execution), "recurse", 0);
        assertThat(trap.reason()).isEqualTo("call stack exhausted");
        assertThat(trap.frames()).hasSizeGreaterThan(10).hasSizeLessThanOrEqualTo(51);
        assertThat(trap.frames().subList(0, 10)).containsOnly("calls!down");
        // The instance is poisoned by whoever owns it, not here.
        assertThat(Modules.call(calls(execution), "i32", 1, 2)).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void aDeepRecursionThroughTheHandle(Execution execution) {
        CoreFunction recurse = function(calls(execution), "recurse");
        try {
            int depth = (int) recurse.handle().invokeExact(0);
            throw new AssertionError("returned " + depth);
        } catch (Throwable thrown) {
            TrapException trap = CoreTraps.asTrap(thrown, null, null);
            assertThat(trap.reason()).isEqualTo("call stack exhausted");
            assertThat(trap.frames().get(0)).isEqualTo("calls!down");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUncaughtException(Execution execution) {
        TrapException trap = trap(instance("throws", execution), "raise", 1);
        assertThat(trap.reason()).isEqualTo("uncaught exception");
        // The engine's exception has no stack trace, so that only the interpreter knows where it came from.
        assertThat(trap.frames()).isEqualTo(execution == Execution.INTERPRETED ? List.of("throws!raise") : List.of());
    }

    @ParameterizedTest
    @EnumSource
    void aHostExceptionBecomesATrapWithItsCause(Execution execution) {
        CoreInstance calls = instance("calls", execution, Modules.host(args -> {
            throw new NoSuchElementException("no key");
        }));
        try {
            function(calls, "via-host").call(1);
            throw new AssertionError("returned");
        } catch (NoSuchElementException found) {
            TrapException trap = CoreTraps.asTrap(found, "\"lookup\"", "\"sessions\" \"get\"");
            assertThat(trap)
                    .hasCause(found)
                    .hasMessage("export \"lookup\": import \"sessions\" \"get\": host function failed:"
                            + " java.util.NoSuchElementException: no key\n    in calls!via_host");
        }
    }

    @ParameterizedTest
    @EnumSource
    void framesOfTwoInstancesStandInOneList(Execution execution) {
        CoreInstance inner = calls(Execution.COMPILED);
        CoreFunction stop = function(inner, "unreachable");
        CoreInstance outer = instance("calls", execution, Modules.host(args -> stop.call()));
        assertThat(trap(outer, "via-host", 1).frames()).containsExactly("calls!deeper", "calls!stop", "calls!via_host");
    }

    @ParameterizedTest
    @EnumSource
    void aTrapOfOursKeepsItsClassAndGainsContext(Execution execution) {
        CoreInstance late = instance("calls", execution, Modules.host(args -> {
            throw new DeadlineException("too late");
        }));
        try {
            function(late, "via-host").call(1);
            throw new AssertionError("returned");
        } catch (DeadlineException thrown) {
            TrapException wider = CoreTraps.asTrap(thrown, "\"run\"", null);
            assertThat(wider).isInstanceOf(DeadlineException.class);
            assertThat(wider).hasMessage("export \"run\": too late\n    in calls!via_host");
            assertThat(CoreTraps.asTrap(wider, "\"outer\"", null)).hasMessage(wider.getMessage());
        }
        assertThat(CoreTraps.asTrap(new ExitException(7), "\"run\"", "\"e\" exit"))
                .isInstanceOfSatisfying(
                        ExitException.class, exit -> assertThat(exit.code()).isEqualTo(7))
                .hasMessageStartingWith("export \"run\": import \"e\" exit: exited with code 7");
        assertThat(CoreTraps.asTrap(new LimitException("too much"), "\"run\"", null))
                .isInstanceOf(LimitException.class)
                .hasMessage("export \"run\": too much");
    }

    @ParameterizedTest
    @EnumSource
    void anIndexErrorOfTheHostIsNotTheEngines(Execution execution) {
        CoreInstance calls = instance("calls", execution, Modules.host(args -> new long[] {args[3]}));
        assertThat(reason(calls, "via-host", 1))
                .isEqualTo("host function failed: java.lang.ArrayIndexOutOfBoundsException: Index 3 out of bounds for"
                        + " length 1");
    }

    @ParameterizedTest
    @EnumSource(names = "COMPILED")
    void errorsAreNotTraps(Execution execution) {
        OutOfMemoryError full = new OutOfMemoryError("full");
        assertThatThrownBy(() -> CoreTraps.asTrap(full, null, null)).isSameAs(full);
        CoreInstance calls = instance("calls", execution, Modules.host(args -> {
            throw new OutOfMemoryError("fuller");
        }));
        assertThatThrownBy(() -> function(calls, "via-host").call(1))
                .isInstanceOf(OutOfMemoryError.class)
                .satisfies(thrown -> assertThat(CoreTraps.frames(thrown)).isEqualTo(List.of("calls!via_host")));
    }
}
