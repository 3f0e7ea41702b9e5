package dev.witloof.limit;

import org.jspecify.annotations.Nullable;

/**
 * Calls of one instance that belong together.
 *
 * @param <T> what comes of them
 * @param <E> what they may throw beside unchecked exceptions
 */
@FunctionalInterface
public interface Calls<T extends @Nullable Object, E extends Exception> {

    /** Makes the calls. */
    T run() throws E;
}
