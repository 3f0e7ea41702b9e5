package dev.witloof.core;

import static dev.witloof.core.Modules.call;
import static dev.witloof.core.Modules.instance;
import static dev.witloof.core.Modules.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.type.CoreExternType;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables shared by instances whose modules number their types differently. */
final class SharedTableTest {

    static Stream<Arguments> bothSides() {
        return Stream.of(Execution.COMPILED, Execution.INTERPRETED)
                .flatMap(owner ->
                        Stream.of(Execution.COMPILED, Execution.INTERPRETED).map(user -> Arguments.of(owner, user)));
    }

    private static CoreExtern table(CoreInstance owner) {
        return owner.export("table").orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("bothSides")
    void callsCompareTypesByStructureInBothDirections(Execution owning, Execution using) {
        CoreInstance owner = instance("table-owner", owning);
        CoreInstance user = instance("table-user", using, table(owner));
        // 0: owner's i64, 1: owner's i32, 2: user's i32, 3: user's f64
        assertThat(call(user, "call-i64", 0, 1)).isEqualTo(1001);
        assertThat(call(user, "call-i32", 1, 1)).isEqualTo(101);
        assertThat(call(user, "call-i32", 2, 1)).isEqualTo(8);
        assertThat(call(owner, "call-i64", 0, 2)).isEqualTo(1002);
        assertThat(call(owner, "call-i32", 1, 2)).isEqualTo(102);
        assertThat(call(owner, "call-i32", 2, 2)).isEqualTo(9);
        assertThat(Double.longBitsToDouble(call(user, "call-strange", 3, Double.doubleToRawLongBits(1.5))))
                .isEqualTo(2.5);
    }

    @ParameterizedTest
    @MethodSource("bothSides")
    void anotherTypeTraps(Execution owning, Execution using) {
        CoreInstance owner = instance("table-owner", owning);
        CoreInstance user = instance("table-user", using, table(owner));
        assertThat(reason(user, "call-i32", 0, 1)).isEqualTo("indirect call type mismatch");
        assertThat(reason(user, "call-i64", 1, 1)).isEqualTo("indirect call type mismatch");
        assertThat(reason(user, "call-strange", 1, 1)).isEqualTo("indirect call type mismatch");
        assertThat(reason(owner, "call-i64", 2, 1)).isEqualTo("indirect call type mismatch");
        // A type that the owner does not have at all.
        assertThat(reason(owner, "call-i32", 3, 1)).isEqualTo("indirect call type mismatch");
        assertThat(reason(owner, "call-i64", 3, 1)).isEqualTo("indirect call type mismatch");
    }

    @ParameterizedTest
    @MethodSource("bothSides")
    void entriesKeepTheirOwnersWhenTheyMove(Execution owning, Execution using) {
        CoreInstance owner = instance("table-owner", owning);
        CoreInstance user = instance("table-user", using, table(owner));
        // Slots 0 1 2 3 become 1 2 2 3: the engine would take the owner of the slot that is overwritten.
        call(user, "copy", 0, 1, 2);
        assertThat(call(user, "call-i32", 0, 1)).isEqualTo(101);
        assertThat(call(user, "call-i32", 1, 1)).isEqualTo(8);
        assertThat(call(owner, "call-i32", 0, 1)).isEqualTo(101);
        assertThat(call(owner, "call-i32", 1, 1)).isEqualTo(8);
        // Backwards, overlapping.
        call(user, "copy", 1, 0, 2);
        assertThat(call(owner, "call-i32", 1, 1)).isEqualTo(101);
        assertThat(call(owner, "call-i32", 2, 1)).isEqualTo(8);
        // Through a variable of the user.
        call(user, "keep", 0);
        call(user, "put", 3);
        assertThat(call(owner, "call-i32", 3, 5)).isEqualTo(105);
        assertThat(call(user, "call-i32", 3, 5)).isEqualTo(105);
        call(user, "fill", 0, 2);
        assertThat(call(user, "call-i32", 1, 6)).isEqualTo(106);
        call(user, "init", 0);
        assertThat(call(owner, "call-i32", 0, 1)).isEqualTo(8);
        call(user, "clear", 0);
        assertThat(call(user, "is-null", 0)).isEqualTo(1);
        assertThat(call(user, "is-null", 1)).isZero();
        assertThat(reason(owner, "call-i32", 0, 1)).isEqualTo("uninitialized element 0");
        assertThat(reason(user, "copy", 0, 3, 2)).isEqualTo("out of bounds table access");
        assertThat(reason(user, "put", 4)).isEqualTo("out of bounds table access");
        assertThat(reason(user, "keep", -1)).isEqualTo("out of bounds table access");
    }

    @ParameterizedTest
    @EnumSource
    void growingATableLeavesTheModuleAlone(Execution execution) {
        CoreModule module = Modules.module("table-owner", execution);
        CoreInstance first = module.instantiate(List.of());
        assertThat(call(first, "grow", 3)).isEqualTo(4);
        assertThat(call(first, "grow", 2)).isEqualTo(-1);
        assertThat(call(first, "grow", 1)).isEqualTo(7);
        assertThat(call(first, "size")).isEqualTo(8);
        assertThat(table(first).type().toString())
                .isEqualTo(new CoreTable(
                                ((CoreExternType.Table) table(first).type()).element(),
                                ((CoreTable) table(first)).entries())
                        .type()
                        .toString());
        assertThat(((CoreExternType.Table) table(first).type()).limits())
                .isEqualTo(new CoreExternType.Limits(8, OptionalLong.of(8), false));
        CoreInstance second = module.instantiate(List.of());
        assertThat(call(second, "size")).isEqualTo(4);
        assertThat(call(second, "grow", 4)).isEqualTo(4);
        assertThat(((CoreExternType.Table) module.type().exports().get(0).type()).limits())
                .isEqualTo(new CoreExternType.Limits(4, OptionalLong.of(8), false));
    }

    @ParameterizedTest
    @EnumSource
    void aCallThroughTheShimReachesTheImportsOfTheFixup(Execution execution) {
        List<String> log = new ArrayList<>();
        CoreFunction log2 = CoreFunction.ofHost(Modules.func(List.of(Modules.I32, Modules.I32), List.of()), args -> {
            log.add("log " + args[0] + " " + args[1]);
            return new long[0];
        });
        CoreFunction twice = Modules.host(args -> {
            log.add("twice " + args[0]);
            return new long[] {2 * args[0]};
        });
        CoreInstance shim = instance("shim", execution);
        CoreInstance main = instance("calls", Execution.COMPILED, Modules.function(shim, "1"));
        assertThat(reason(main, "via-host", 1)).isEqualTo("uninitialized element 1");
        instance("fixup", execution, log2, twice, shim.export("$imports").orElseThrow());
        assertThat(call(main, "via-host", 21)).isEqualTo(42);
        Modules.function(shim, "0").call(3, 4);
        assertThat(log).containsExactly("twice 21", "log 3 4");
    }
}
