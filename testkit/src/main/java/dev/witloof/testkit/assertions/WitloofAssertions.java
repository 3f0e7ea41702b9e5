package dev.witloof.testkit.assertions;

import dev.witloof.instance.Component;
import dev.witloof.link.LinkPlan;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * Where assertions begin; to be imported statically, beside AssertJ's own.
 *
 * <pre>{@code
 * assertThat(plan).binds("sessions").to("in-memory key-value");
 * assertThat(component).importsNamed("cache").implementing("wasi:keyvalue/store@0.2.0-draft");
 * assertThatCode(() -> app.function("checkout").call("cart-42")).trapsWith("unreachable");
 * }</pre>
 */
public final class WitloofAssertions {

    private WitloofAssertions() {}

    /** Of a plan. */
    public static LinkPlanAssert assertThat(LinkPlan plan) {
        return new LinkPlanAssert(plan);
    }

    /** Of a component. */
    public static ComponentAssert assertThat(Component component) {
        return new ComponentAssert(component);
    }

    /** Of code that may trap. */
    public static TrapAssert assertThatCode(ThrowingCallable code) {
        return new TrapAssert(Assertions.catchThrowable(code));
    }
}
