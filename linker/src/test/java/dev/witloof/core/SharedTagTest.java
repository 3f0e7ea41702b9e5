package dev.witloof.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two instances of one module have two tags, however alike they are. */
class SharedTagTest {

    @ParameterizedTest
    @EnumSource(Execution.class)
    void anExceptionIsCaughtByItsOwnTagOnly(Execution execution) {
        CoreExtern one = Modules.instance("tag", execution).export("t").orElseThrow();
        CoreExtern other = Modules.instance("tag", execution).export("t").orElseThrow();
        assertThat(caught(execution, one, one)).isEqualTo(42);
        assertThat(caught(execution, other, other)).isEqualTo(42);
        assertThat(caught(execution, one, other)).isEqualTo(-1);
    }

    /** What a catcher of one tag gets of an exception that was thrown by another. */
    private static int caught(Execution execution, CoreExtern thrown, CoreExtern caught) {
        CoreInstance thrower = Modules.instance("tag-thrower", execution, thrown);
        CoreInstance catcher = Modules.instance("tag-catcher", execution, caught, Modules.function(thrower, "throw"));
        return (int) Modules.call(catcher, "catch", 42);
    }
}
