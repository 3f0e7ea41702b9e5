package dev.witloof.testkit;

import org.jspecify.annotations.Nullable;

/**
 * Says whether an argument is one that is meant; its {@code toString} is what messages call it. {@link Given} has some.
 */
public interface ArgumentMatcher {

    /**
     * Whether the value is one of those meant.
     *
     * @param value an untyped value as the guest passed it
     */
    boolean matches(@Nullable Object value);
}
