package dev.witloof.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.LimitException;
import dev.witloof.error.TrapException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Composition;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** L28: how deep calls go from instance to instance, through other components and through Java. */
final class CallDepthTest {

    private final Component hostile = Hostile.load("hostile");
    private final AtomicInteger made = new AtomicInteger();

    private LinkPlan recursing(Limits limits) {
        AtomicReference<LinkPlan> plan = new AtomicReference<>();
        plan.set(Linker.builder()
                .limits(limits)
                .bind("log")
                .toFunction((call, args) -> {
                    made.incrementAndGet();
                    try (ComponentInstance next = plan.get().instantiate()) {
                        return next.function("ask").call();
                    }
                })
                .build()
                .plan(hostile));
        return plan.get();
    }

    @Test
    void aRecursionThroughJavaIntoEverNewInstancesIsEnded() {
        LinkPlan plan = recursing(Limits.builder().callDepth(5).build());
        for (int i = 1; i <= 2; i++) {
            try (ComponentInstance app = plan.instantiate()) {
                assertThatThrownBy(() -> app.function("ask").call())
                        .isInstanceOf(LimitException.class)
                        .hasMessageContaining("calls: expected at most 5 inside each other, found one more");
            }
            assertThat(made).as("instances that were made by instances").hasValue(5 * i);
        }
    }

    @Test
    void withoutALimitTheStackEndsIt() {
        LinkPlan plan = recursing(Limits.NONE);
        try (ComponentInstance app = plan.instantiate()) {
            assertThatThrownBy(() -> app.function("ask").call())
                    .satisfiesAnyOf(
                            thrown -> assertThat(thrown).isInstanceOf(TrapException.class),
                            thrown -> assertThat(thrown).isInstanceOf(StackOverflowError.class));
        }
    }

    private LinkPlan chain(int callDepth) {
        Linker linker = Linker.builder()
                .limits(Limits.builder().callDepth(callDepth).build())
                .build();
        return Composition.builder()
                .add("first", hostile)
                .add("second", hostile)
                .add("third", Hostile.load("answer"))
                .wire("second", "ask", "first", "log")
                .wire("third", "ask", "second", "log")
                .exportFrom("first")
                .link(linker);
    }

    @Test
    void callsFromMemberToMemberCount() {
        try (ComponentInstance app = chain(3).instantiate()) {
            for (int i = 0; i < 3; i++) {
                assertThat(app.function("ask").call()).isEqualTo(7L);
            }
        }
        try (ComponentInstance app = chain(2).instantiate()) {
            assertThat(app.function("add").call(1L, 2L)).isEqualTo(3L);
            assertThatThrownBy(() -> app.function("ask").call())
                    .isInstanceOf(LimitException.class)
                    .hasMessageStartingWith(
                            "export ask of first: import \"log\" of second, served by third: calls: expected at most 2"
                                    + " inside each other, found one more\n    in ");
        }
    }

    @Test
    void instancesThatCallEachOtherInTurnTrap() {
        List<ComponentInstance> both = new ArrayList<>();
        Linker toOther = Linker.builder()
                .bind("log")
                .toFunction((call, args) -> both.get(1).function("ask").call())
                .build();
        Linker back = Linker.builder()
                .bind("log")
                .toFunction((call, args) -> both.get(0).function("ask").call())
                .build();
        both.add(toOther.plan(hostile).instantiate());
        both.add(back.plan(hostile).instantiate());
        assertThat(Hostile.trap(both.get(0), "ask").reason())
                .isEqualTo("ask: expected an instance that is not running, found one with a call on the way");
        both.forEach(ComponentInstance::close);
    }
}
