package dev.witloof.link;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backend started for an import, with wrappers around its functions.
 *
 * @param object an object of a Java interface, or functions
 * @param wrappers outermost first
 */
record InterceptedObject(@Nullable Object object, List<Wrapper> wrappers) {

    InterceptedObject {
        wrappers = List.copyOf(wrappers);
    }

    /** One more wrapper around what may have some already. */
    static InterceptedObject of(Wrapper outermost, Object implementation) {
        InterceptedObject inner = of(implementation);
        List<Wrapper> wrappers = new ArrayList<>(inner.wrappers());
        wrappers.add(0, outermost);
        return new InterceptedObject(inner.object(), wrappers);
    }

    /** What a backend gave. */
    static InterceptedObject of(@Nullable Object implementation) {
        return implementation instanceof InterceptedObject intercepted
                ? intercepted
                : new InterceptedObject(implementation, List.of());
    }
}
