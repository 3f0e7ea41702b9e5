package dev.witloof.core;

import static dev.witloof.core.Modules.function;
import static dev.witloof.core.Modules.instance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CoreFunctionTest {

    private static CoreInstance calls(Execution execution, CoreFunction.HostCode host) {
        return instance("calls", execution, Modules.host(host));
    }

    @ParameterizedTest
    @EnumSource
    void theHandleAndTheArrayGiveEqualResults(Execution execution) throws Throwable {
        CoreInstance calls = calls(execution, args -> args);
        MethodHandle i32 = function(calls, "i32").handle();
        assertThat((int) i32.invokeExact(Integer.MAX_VALUE, 2)).isEqualTo(Integer.MIN_VALUE + 1);
        assertThat((int) function(calls, "i32").call(Integer.MAX_VALUE, 2)[0]).isEqualTo(Integer.MIN_VALUE + 1);
        MethodHandle i64 = function(calls, "i64").handle();
        assertThat((long) i64.invokeExact(1L << 40, -3)).isEqualTo((1L << 40) - 3);
        assertThat(function(calls, "i64").call(1L << 40, -3)).containsExactly((1L << 40) - 3);
        assertThat(function(calls, "i64").call(1L << 40, 0xFFFF_FFFDL)).containsExactly((1L << 40) - 3);
        MethodHandle f32 = function(calls, "f32").handle();
        assertThat((float) f32.invokeExact(-1.5f, 0.25)).isEqualTo(-1.25f);
        assertThat((int) function(calls, "f32")
                        .call(Float.floatToRawIntBits(-1.5f), Double.doubleToRawLongBits(0.25))[0])
                .isEqualTo(Float.floatToRawIntBits(-1.25f));
        MethodHandle f64 = function(calls, "f64").handle();
        assertThat((double) f64.invokeExact(2.5, -8f)).isEqualTo(-5.5);
        assertThat(function(calls, "f64").call(Double.doubleToRawLongBits(2.5), Float.floatToRawIntBits(-8f)))
                .containsExactly(Double.doubleToRawLongBits(-5.5));
        MethodHandle nothing = function(calls, "nothing").handle();
        nothing.invokeExact();
        assertThat(function(calls, "nothing").call()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void severalResultsAreAnArray(Execution execution) throws Throwable {
        CoreFunction several = function(calls(execution, args -> args), "several");
        long[] expected = {Double.doubleToRawLongBits(4), Float.floatToRawIntBits(3), 2, -1};
        assertThat(several.handle().type())
                .isEqualTo(MethodType.methodType(long[].class, int.class, long.class, float.class, double.class));
        assertThat((long[]) several.handle().invokeExact(-1, 2L, 3f, 4.0)).containsExactly(expected);
        assertThat(several.call(-1, 2, Float.floatToRawIntBits(3), Double.doubleToRawLongBits(4)))
                .containsExactly(expected);
    }

    @Test
    void aCompiledFunctionIsCalledDirectly() throws Throwable {
        StackTraceElement[][] seen = new StackTraceElement[1][];
        CoreInstance calls = calls(Execution.COMPILED, args -> {
            seen[0] = new Throwable().getStackTrace();
            return args;
        });
        CoreFunction function = function(calls, "via-host");
        assertThat(function.direct()).isPresent();
        assertThat((int) function.handle().invokeExact(5)).isEqualTo(5);
        assertThat(seen[0]).noneMatch(element -> element.getClassName().endsWith("MachineCall"));
        assertThat(function.handle()).isSameAs(function.handle());

        assertThat(function.call(5)).containsExactly(5);
        assertThat(seen[0]).anyMatch(element -> element.getClassName().endsWith("MachineCall"));
    }

    @Test
    void anInterpretedFunctionAndAHostFunctionGoThroughTheArray() throws Throwable {
        assertThat(function(calls(Execution.INTERPRETED, args -> args), "i32").direct())
                .isEmpty();
        CoreFunction host = Modules.host(args -> new long[] {args[0] + 1});
        assertThat(host.direct()).isEmpty();
        assertThat((int) host.handle().invokeExact(-2)).isEqualTo(-1);
        assertThat(host.call(-2)).containsExactly(-1);
    }

    @Test
    void handlesOfTwoInstancesReachTheirOwn() throws Throwable {
        CoreModule module = Modules.module("calls", Execution.COMPILED);
        CoreInstance one = module.instantiate(List.of(Modules.host(args -> new long[] {1})));
        CoreInstance two = module.instantiate(List.of(Modules.host(args -> new long[] {2})));
        assertThat((int) function(one, "via-host").handle().invokeExact(0)).isEqualTo(1);
        assertThat((int) function(two, "via-host").handle().invokeExact(0)).isEqualTo(2);
        Modules.memory(one).putInt(8, 77);
        assertThat((int) function(one, "load").handle().invokeExact(8)).isEqualTo(77);
        assertThat((int) function(two, "load").handle().invokeExact(8)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void theHostSeesWhatTheGuestPasses(Execution execution) {
        long[][] seen = new long[1][];
        CoreInstance calls = calls(execution, args -> {
            seen[0] = args;
            return new long[] {-9};
        });
        assertThat(function(calls, "via-host").call(-5)).containsExactly(-9);
        assertThat((int) seen[0][0]).isEqualTo(-5);
        assertThat(seen[0]).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aHostExceptionPassesThroughUnchanged(Execution execution) {
        IllegalStateException thrown = new IllegalStateException("mine");
        CoreInstance calls = calls(execution, args -> {
            throw thrown;
        });
        assertThatThrownBy(() -> function(calls, "via-host").call(1)).isSameAs(thrown);
        assertThatThrownBy(() -> function(calls, "via-host").handle().invoke(1)).isSameAs(thrown);
    }

    @Test
    void aWrongNumberOfArgumentsIsSaid() {
        CoreInstance calls = calls(Execution.COMPILED, args -> args);
        assertThatThrownBy(() -> function(calls, "i32").call(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("core function [i32 i32] -> [i32]: expected 2 arguments, found 1");
    }

    @ParameterizedTest
    @EnumSource
    void aHostThatReturnsTooLittleIsSaid(Execution execution) {
        CoreInstance calls = calls(execution, args -> new long[0]);
        assertThatThrownBy(() -> function(calls, "via-host").call(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("host function [i32] -> [i32]: expected 1 results, found 0");
    }
}
