package dev.witloof.core;

import static dev.witloof.core.Modules.call;
import static dev.witloof.core.Modules.function;
import static dev.witloof.core.Modules.instance;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TailCallsTest {

    private static final int DEEP = 200_000;

    @ParameterizedTest
    @EnumSource
    void loopsNeedNoStack(Execution execution) {
        CoreInstance tail = instance("tail-calls", execution);
        assertThat(call(tail, "even", DEEP)).isEqualTo(1);
        assertThat(call(tail, "even", DEEP + 1)).isZero();
        assertThat(call(tail, "sum", DEEP, 1)).isEqualTo(1 + DEEP * (DEEP + 1L) / 2);
        assertThat(call(tail, "indirect", DEEP, 4)).isEqualTo(4 + 3L * DEEP);
        assertThat(call(tail, "ref", DEEP, 5)).isEqualTo(5 + 2L * DEEP);
        assertThat(call(tail, "enters", DEEP)).isEqualTo(5 + DEEP * (DEEP + 1L) / 2);
        assertThat(call(tail, "nested", 1000, 7)).isEqualTo(7 + 1000 * (3 + 5));
    }

    @Test
    void onlyLoopsAreInterpreted() {
        CoreModule module = Modules.module("tail-calls", Execution.AUTOMATIC);
        assertThat(TailCalls.loopsOf(module.wasm()))
                .extracting(index -> module.functionName(index).orElseThrow())
                .containsExactly("even", "odd", "sum", "indirect", "ref", "nested");
        assertThat(TailCalls.loopsOf(
                        Modules.module("calls", Execution.AUTOMATIC).wasm()))
                .isEmpty();
        CoreInstance tail = instance("tail-calls", Execution.AUTOMATIC);
        assertThat(function(tail, "ends").direct()).isPresent();
        assertThat(call(tail, "ends", 2)).isEqualTo(7);
    }
}
