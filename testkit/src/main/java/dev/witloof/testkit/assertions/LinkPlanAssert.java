package dev.witloof.testkit.assertions;

import dev.witloof.link.BoundImport;
import dev.witloof.link.LinkPlan;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a plan. */
public final class LinkPlanAssert extends AbstractAssert<LinkPlanAssert, LinkPlan> {

    LinkPlanAssert(LinkPlan plan) {
        super(plan, LinkPlanAssert.class);
    }

    /** It has an import of this name; what follows is about what serves that. */
    public BoundImportAssert binds(String importName) {
        isNotNull();
        return actual.bindings().stream()
                .filter(each -> each.importRef().name().equals(importName))
                .findFirst()
                .map(bound -> new BoundImportAssert(this, bound))
                .orElseThrow(() -> failure(
                        "%s: expected an import \"%s\", found %s",
                        actual.componentName(),
                        importName,
                        actual.bindings().stream()
                                .map(each -> each.importRef().name())
                                .toList()));
    }

    /** The plan as text is this. */
    public LinkPlanAssert prints(String text) {
        isNotNull();
        if (!actual.toString().equals(text)) {
            throw failureWithActualExpected(
                    actual.toString(), text, "expected a plan that prints as%n%s%nfound%n%s", text, actual);
        }
        return this;
    }

    BoundImport checked(boolean fits, BoundImport bound, String expected, Object found) {
        if (!fits) {
            throw failure("%s: expected %s, found %s", bound.importRef(), expected, found);
        }
        return bound;
    }
}
