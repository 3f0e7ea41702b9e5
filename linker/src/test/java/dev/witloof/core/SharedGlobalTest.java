package dev.witloof.core;

import static dev.witloof.core.Modules.call;
import static dev.witloof.core.Modules.instance;
import static dev.witloof.core.Modules.reason;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** References to functions in globals that instances share: they keep the instance whose functions they are. */
final class SharedGlobalTest {

    private static CoreInstance user(Execution execution, CoreInstance owner) {
        return instance(
                "global-user",
                execution,
                owner.export("first").orElseThrow(),
                owner.export("shared").orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("dev.witloof.core.SharedTableTest#bothSides")
    void aReferenceCallsTheFunctionOfItsInstance(Execution owning, Execution using) {
        CoreInstance owner = instance("global-owner", owning);
        CoreInstance user = user(using, owner);
        assertThat(call(user, "call", 1)).isEqualTo(101);
        assertThat(call(owner, "call", 1)).isEqualTo(101);
        call(owner, "share");
        assertThat(call(user, "call", 1)).isEqualTo(1001);
        call(user, "share");
        assertThat(call(user, "call", 1)).isEqualTo(8);
        assertThat(call(owner, "call", 1)).isEqualTo(8);
        call(user, "share-first");
        assertThat(call(owner, "call", 2)).isEqualTo(102);
        assertThat(call(user, "call", 2)).isEqualTo(102);
    }

    @ParameterizedTest
    @MethodSource("dev.witloof.core.SharedTableTest#bothSides")
    void initializersKeepTheInstance(Execution owning, Execution using) {
        CoreInstance user = user(using, instance("global-owner", owning));
        assertThat(call(user, "call-copy", 1)).isEqualTo(101);
        assertThat(call(user, "call-slot", 1, 1)).isEqualTo(101);
        assertThat(call(user, "call-slot", 2, 1)).isEqualTo(8);
    }

    @ParameterizedTest
    @MethodSource("dev.witloof.core.SharedTableTest#bothSides")
    void threeInstancesSeeOneGlobal(Execution owning, Execution using) {
        CoreInstance owner = instance("global-owner", owning);
        CoreInstance one = user(using, owner);
        CoreInstance two = user(using, owner);
        call(one, "share");
        assertThat(call(two, "call", 5)).isEqualTo(12);
        CoreInstance three = instance(
                "global-user",
                using,
                two.export("copy").orElseThrow(),
                owner.export("shared").orElseThrow());
        assertThat(call(three, "call-copy", 5)).isEqualTo(105);
    }

    @ParameterizedTest
    @MethodSource("dev.witloof.core.SharedTableTest#bothSides")
    void nullAndOtherTypesTrap(Execution owning, Execution using) {
        CoreInstance owner = instance("global-owner", owning);
        CoreInstance user = user(using, owner);
        assertThat(reason(user, "call-wide", 1)).isEqualTo("indirect call type mismatch");
        call(user, "share");
        assertThat(reason(user, "call-wide", 1)).isEqualTo("indirect call type mismatch");
        assertThat(call(owner, "is-null")).isZero();
        call(owner, "clear");
        assertThat(call(owner, "is-null")).isEqualTo(1);
        assertThat(call(user, "is-null")).isEqualTo(1);
        assertThat(reason(user, "call", 1)).isEqualTo("uninitialized element 0");
    }
}
