package dev.witloof.wit;

import java.util.Optional;

/**
 * What the gates {@code @since}, {@code @unstable} and {@code @deprecated} say of an item.
 *
 * @param since the version that brought the item
 * @param unstable the feature that must be enabled for it
 * @param deprecated the version that deprecates it
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/WIT.md#feature-gates">WIT: feature gates</a>
 */
public record Stability(Optional<String> since, Optional<String> unstable, Optional<String> deprecated) {

    /** No gate. */
    public static final Stability UNSTATED = new Stability(Optional.empty(), Optional.empty(), Optional.empty());
}
