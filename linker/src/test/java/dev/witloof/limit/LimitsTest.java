package dev.witloof.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class LimitsTest {

    @Test
    void whatIsNotSetHasItsDefault() {
        assertThat(Limits.NONE.isEmpty()).isTrue();
        assertThat(Limits.NONE).hasToString("");
        assertThat(Limits.NONE.most(Limit.MEMORY_PAGES)).isEqualTo(16_384);
        assertThat(Limits.NONE.most(Limit.TABLE_ELEMENTS)).isEqualTo(10_000_000);
        assertThat(Limits.NONE.most(Limit.HANDLES)).isEqualTo(1_000_000);
        assertThat(Limits.NONE.most(Limit.INSTANCES)).isEqualTo(10_000);
        assertThat(Limits.NONE.most(Limit.DEFINITIONS)).isEqualTo(1_000_000);
        assertThat(Limits.NONE.most(Limit.LIFTED_BYTES)).isEqualTo(536_870_912);
        assertThat(Limits.NONE.of(Limit.CALL_DEPTH)).isEmpty();
        assertThat(Limits.NONE.deadline()).isEmpty();
        assertThat(Limits.NONE.asked(Limit.HANDLES)).isEmpty();
    }

    @Test
    void whatIsSetHolds() {
        Limits limits = Limits.builder()
                .memoryPages(1)
                .tableElements(2)
                .handles(3)
                .instances(4)
                .definitions(5)
                .callDepth(6)
                .liftedBytes(7)
                .deadline(Duration.ofMillis(1500))
                .build();

        assertThat(limits)
                .hasToString("memoryPages 1, tableElements 2, handles 3, instances 4, definitions 5, callDepth 6,"
                        + " liftedBytes 7, deadline 1s500ms");
        assertThat(limits.asked(Limit.HANDLES)).contains(3L);
        assertThat(limits.most(Limit.HANDLES)).isEqualTo(3);
        assertThat(limits.deadline()).contains(Duration.ofMillis(1500));
        assertThat(limits.isEmpty()).isFalse();
    }

    @Test
    void theLastValueOfALimitCountsAndEqualLimitsAreEqual() {
        Limits limits = Limits.builder().handles(1).handles(2).build();
        assertThat(limits).isEqualTo(Limits.builder().set(Limit.HANDLES, 2).build());
        assertThat(limits).hasSameHashCodeAs(Limits.builder().handles(2).build());
        assertThat(limits).isNotEqualTo(Limits.builder().handles(1).build());
    }

    private static void assertRefused(Consumer<Limits.Builder> asked, String message) {
        assertThatThrownBy(() -> asked.accept(Limits.builder()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void whatIsBeyondACeilingIsRefused() {
        assertRefused(b -> b.memoryPages(-1), "memoryPages: expected 0 to 1048576, found -1");
        assertRefused(b -> b.memoryPages(1_048_577), "memoryPages: expected 0 to 1048576, found 1048577");
        assertRefused(b -> b.tableElements(100_000_001), "tableElements: expected 0 to 100000000, found 100000001");
        assertRefused(b -> b.handles(1 << 28), "handles: expected 0 to 268435455, found 268435456");
        assertRefused(b -> b.instances(0), "instances: expected 1 to 1000000, found 0");
        assertRefused(b -> b.definitions(10_000_001), "definitions: expected 1 to 10000000, found 10000001");
        assertRefused(b -> b.callDepth(0), "callDepth: expected 1 to 100000, found 0");
        assertRefused(b -> b.liftedBytes(-5), "liftedBytes: expected 0 to 1099511627776, found -5");
        assertRefused(b -> b.deadline(Duration.ZERO), "deadline: expected 1ns to 8760h, found 0s");
        assertRefused(b -> b.deadline(Duration.ofSeconds(-1)), "deadline: expected 1ns to 8760h, found less than 0s");
        assertRefused(
                b -> b.deadline(Duration.ofSeconds(Long.MIN_VALUE)),
                "deadline: expected 1ns to 8760h, found less than 0s");
        assertRefused(b -> b.deadline(Duration.ofDays(366)), "deadline: expected 1ns to 8760h, found 8784h");
        assertRefused(
                b -> b.deadline(Duration.ofSeconds(Long.MAX_VALUE)),
                "deadline: expected 1ns to 8760h, found more than 8760h");
    }

    @ParameterizedTest
    @EnumSource(Limit.class)
    void itsOwnLeastAndCeilingAreAllowed(Limit limit) {
        assertThat(Limits.builder().set(limit, limit.least()).build().most(limit))
                .isEqualTo(limit.least());
        assertThat(Limits.builder().set(limit, limit.ceiling()).build().most(limit))
                .isEqualTo(limit.ceiling());
        limit.usual().ifPresent(usual -> assertThat(usual).isBetween(limit.least(), limit.ceiling()));
    }

    @ParameterizedTest
    @CsvSource({
        "PT5S, 5s",
        "PT0.25S, 250ms",
        "PT0.00025S, 250us",
        "PT0.000000001S, 1ns",
        "PT1H1M1.001001001S, 1h1m1s1ms1us1ns",
        "PT36H, 36h"
    })
    void aDeadlineIsWrittenByItsParts(Duration deadline, String text) {
        assertThat(Limits.builder().deadline(deadline).build()).hasToString("deadline " + text);
    }
}
