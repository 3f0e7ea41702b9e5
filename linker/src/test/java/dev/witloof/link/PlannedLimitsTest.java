package dev.witloof.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.Problem;
import dev.witloof.error.UnlinkableException;
import dev.witloof.instance.Component;
import dev.witloof.limit.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Limits as plans show them, and those that cannot be kept or do not suffice as problems of the plan (L28). */
final class PlannedLimitsTest {

    private static final Golden GOLDEN = Golden.here();

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void shutDown() {
        scheduler.shutdown();
    }

    private static Component load(String name) {
        try (InputStream in = PlannedLimitsTest.class.getResourceAsStream("/limit/" + name + ".wasm")) {
            return Component.load(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Linker.Builder logged() {
        return Linker.builder().bind("log").toFunction((call, args) -> 0L);
    }

    private static UnlinkableException refused(Linker.Builder linker, Component component) {
        try {
            linker.build().plan(component);
        } catch (UnlinkableException refusal) {
            return refusal;
        }
        throw new AssertionError("it was linked");
    }

    @Test
    void aDeadlineWithoutASchedulerIsAProblemOfThePlan() {
        UnlinkableException refusal = refused(
                logged().limits(Limits.builder().deadline(Duration.ofSeconds(5)).build()), load("hostile"));
        GOLDEN.check("limit-deadline", refusal.getMessage());
        assertThat(refusal.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.LIMIT);
    }

    /** L28: what is declared twice, in the program and in a file, is enforced twice. */
    @Test
    void limitsThatAreDeclaredAgainHoldTogether() {
        Linker.Builder linker = logged().limits(
                        Limits.builder().handles(10).memoryPages(77).build())
                .limits(
                        Limits.builder()
                                .handles(100)
                                .memoryPages(7)
                                .instances(9)
                                .build(),
                        "bindings.yaml:9:1");
        assertThat(linker.build().plan(load("hostile")).limits())
                .isEqualTo(
                        Limits.builder().handles(10).memoryPages(7).instances(9).build());
        linker.limits(Limits.builder().deadline(Duration.ofSeconds(5)).build(), "bindings.yaml:10:1")
                .limits(Limits.builder().memoryPages(0).build(), "more.yaml:2:1");
        assertThat(refused(linker, load("hostile")).problems())
                .extracting(problem -> problem.subject() + " " + problem.place().orElseThrow())
                .containsExactly("deadline bindings.yaml:10:1", "memoryPages more.yaml:2:1");
    }

    @Test
    void whatAnInstanceBeginsWithIsSeenWhenPlanning() {
        UnlinkableException refusal = refused(
                logged().limits(Limits.builder()
                        .memoryPages(2)
                        .tableElements(11)
                        .instances(2)
                        .build()),
                load("beginnings"));
        GOLDEN.check("limit-beginning", refusal.getMessage());
        assertThat(refusal.problems())
                .extracting(Problem::subject)
                .containsExactly("memoryPages", "tableElements", "instances");
    }

    @Test
    void limitsOfAFileAreSpokenOfAsInTheFile() {
        UnlinkableException refusal = refused(
                logged().limits(
                                Limits.builder()
                                        .memoryPages(2)
                                        .deadline(Duration.ofSeconds(5))
                                        .build(),
                                "bindings.yaml:9:1"),
                load("beginnings"));
        GOLDEN.check("limit-file", refusal.getMessage());
    }

    @Test
    void whatSufficesIsLinked() {
        Limits limits = Limits.builder()
                .memoryPages(3)
                .tableElements(12)
                .instances(3)
                .deadline(Duration.ofSeconds(5))
                .build();
        LinkPlan plan = logged().limits(limits).scheduler(scheduler).build().plan(load("beginnings"));
        assertThat(plan.limits()).isEqualTo(limits);
        GOLDEN.check("limit-plan", plan.toString());
        assertThat(plan.toJson())
                .endsWith("\"limits\":{\"memoryPages\":\"3\",\"tableElements\":\"12\",\"instances\":\"3\","
                        + "\"deadline\":\"5s\"}}");
        plan.instantiate().close();
    }

    @Test
    void planWithoutLimitsSaysNothingOfThem() {
        LinkPlan plan = logged().build().plan(load("hostile"));
        assertThat(plan.limits()).isEqualTo(Limits.NONE);
        assertThat(plan.toString()).doesNotContain("limits");
        assertThat(plan.toJson()).doesNotContain("limits");
    }

    @Test
    void limitsAreInTheDigestOfTheConfiguration() {
        Component component = load("hostile");
        String without = logged().build().plan(component).configurationDigest();
        String with = logged().limits(Limits.builder().handles(5).build())
                .build()
                .plan(component)
                .configurationDigest();
        String other = logged().limits(Limits.builder().handles(6).build())
                .build()
                .plan(component)
                .configurationDigest();
        String none = logged().limits(Limits.NONE).build().plan(component).configurationDigest();
        assertThat(with).isNotEqualTo(without).isNotEqualTo(other);
        assertThat(none).isEqualTo(without);
    }

    @Test
    void aLimitOfZeroPagesIsEnforcedWhenInstantiatingWhatAnImportBrings() {
        assertThatThrownBy(() -> logged().limits(Limits.builder().memoryPages(0).build())
                        .build()
                        .plan(load("hostile")))
                .isInstanceOf(UnlinkableException.class)
                .hasMessageContaining("an instance begins with   1");
    }
}
