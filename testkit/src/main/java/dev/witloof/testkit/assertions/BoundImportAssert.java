package dev.witloof.testkit.assertions;

import dev.witloof.link.BoundImport;
import dev.witloof.link.Step;

/** Assertions on what serves one import of a plan. */
public final class BoundImportAssert {

    private final LinkPlanAssert plan;
    private final BoundImport bound;

    BoundImportAssert(LinkPlanAssert plan, BoundImport bound) {
        this.plan = plan;
        this.bound = bound;
    }

    /** It is served by what describes itself so. */
    public BoundImportAssert to(String description) {
        plan.checked(bound.boundTo().equals(description), bound, "to be bound to " + description, bound.boundTo());
        return this;
    }

    /** It was found by this step. */
    public BoundImportAssert by(Step step) {
        plan.checked(
                bound.step().filter(step::equals).isPresent(),
                bound,
                "to be found by " + step.words(),
                bound.step().map(Step::words).orElse("none"));
        return this;
    }

    /** It was declared there, such as {@code ShopApp.java:31}. */
    public BoundImportAssert declaredAt(String place) {
        plan.checked(
                bound.declaredAt().filter(place::equals).isPresent(),
                bound,
                "to be declared at " + place,
                bound.declaredAt().orElse("nothing"));
        return this;
    }

    /** Goes on with the plan. */
    public LinkPlanAssert and() {
        return plan;
    }
}
