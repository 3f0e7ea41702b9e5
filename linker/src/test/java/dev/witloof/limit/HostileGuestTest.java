package dev.witloof.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.LimitException;
import dev.witloof.error.TrapException;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.HostFunction;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** L28: what is declared of memory, tables, handles and depth is enforced. */
final class HostileGuestTest {

    private static ComponentInstance limited(String component, Limits limits) {
        return Hostile.limited(component, limits, (call, args) -> 0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hostile", "interpreted"})
    void L28_memoryGrowsUpToTheLimitAndNoFurther(String component) {
        try (ComponentInstance app =
                limited(component, Limits.builder().memoryPages(4).build())) {
            assertThat(app.function("grow").call(2L)).isEqualTo(1);
            assertThat(app.function("grow").call(2L)).isEqualTo(-1);
            assertThat(app.function("size").call()).isEqualTo(3L);
            assertThat(app.function("grow").call(1L)).isEqualTo(3);
            assertThat(app.function("grow").call(1L)).isEqualTo(-1);
            assertThat(app.function("grow").call(0L)).isEqualTo(4);
        }
    }

    @Test
    void theDefaultOfMemoryIsAGibibyte() {
        try (ComponentInstance app = limited("hostile", Limits.NONE)) {
            assertThat(app.function("grow").call(16_384L)).isEqualTo(-1);
        }
    }

    @Test
    void memoriesOfAllCoreModulesCountTogether() {
        try (ComponentInstance app =
                limited("memories", Limits.builder().memoryPages(5).build())) {
            assertThat(app.function("grow-a").call(2L)).isEqualTo(1);
            assertThat(app.function("grow-b").call(2L)).isEqualTo(-1);
            assertThat(app.function("grow-b").call(1L)).isEqualTo(1);
            assertThat(app.function("grow-a").call(1L)).isEqualTo(-1);
        }
    }

    @Test
    void aMemoryThatThreadsShareCountsWithAllThatItMayHave() {
        assertThatThrownBy(
                        () -> limited("shared", Limits.builder().memoryPages(7).build()))
                .hasMessageContaining("an instance begins with   8");
        try (ComponentInstance app =
                limited("shared", Limits.builder().memoryPages(8).build())) {
            assertThat(app.function("grow").call(7L)).isEqualTo(1);
            assertThat(app.function("grow").call(1L)).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hostile", "interpreted"})
    void tablesGrowUpToTheLimitAndNoFurther(String component) {
        try (ComponentInstance app =
                limited(component, Limits.builder().tableElements(10).build())) {
            assertThat(app.function("grow-table").call(8L)).isEqualTo(1);
            assertThat(app.function("grow-table").call(2L)).isEqualTo(-1);
            assertThat(app.function("grow-table").call(1L)).isEqualTo(9);
            assertThat(app.function("grow-table").call(1L)).isEqualTo(-1);
        }
    }

    @Test
    void aFloodOfHandlesIsATrap() {
        try (ComponentInstance app =
                limited("destructors", Limits.builder().handles(1000).build())) {
            assertThatThrownBy(() -> app.instance("things").function("flood").call())
                    .isInstanceOf(LimitException.class)
                    .hasMessageStartingWith("export \"things\" flood: handles: expected at most 1000 in one store,"
                            + " found one more\n    in ");
            assertThatThrownBy(() -> app.instance("things").function("flood").call())
                    .isExactlyInstanceOf(TrapException.class)
                    .hasMessage("\"things\" flood: the instance trapped before: handles: expected at most 1000 in one"
                            + " store, found one more");
        }
    }

    @Test
    void aListOfTheHostThatDoesNotFitIntoTheMemoryIsATrap() {
        byte[] large = new byte[50 << 20];
        Arrays.fill(large, (byte) 7);
        HostFunction log = (call, args) -> large;
        try (ComponentInstance app =
                Hostile.limited("taker", Limits.builder().memoryPages(16).build(), log)) {
            assertThatThrownBy(() -> app.function("take").call())
                    .isInstanceOf(TrapException.class)
                    .hasMessageStartingWith("export take: import \"log\": unreachable\n    in ");
        }
    }

    @Test
    void aListOfTheGuestThatTakesMoreThanDeclaredIsATrap() {
        try (ComponentInstance app =
                limited("hostile", Limits.builder().liftedBytes(1000).build())) {
            assertThatThrownBy(() -> app.function("list").call())
                    .isInstanceOf(LimitException.class)
                    .hasMessageMatching("export list: list: expected values that take at most 1000 bytes together,"
                            + " found \\d+ or more");
        }
    }

    @Test
    void endlessRecursionIsATrapAndTheNextInstanceIsFine() {
        Limits limits = Limits.builder().memoryPages(1).build();
        try (ComponentInstance app = limited("hostile", limits)) {
            assertThat(app.function("recurse").call(100L)).isEqualTo(100L);
            assertThat(Hostile.trap(app, "recurse", 0xFFFF_FFFFL).reason()).isEqualTo("call stack exhausted");
        }
        try (ComponentInstance app = limited("hostile", limits)) {
            assertThat(app.function("add").call(1L, 2L)).isEqualTo(3L);
        }
    }
}
