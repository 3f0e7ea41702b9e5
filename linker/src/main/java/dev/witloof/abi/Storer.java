package dev.witloof.abi;

import org.jspecify.annotations.Nullable;

/**
 * Stores values of one type into memory; prepared by {@link Storing}.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#storing">CanonicalABI: storing</a>
 */
@FunctionalInterface
public interface Storer {

    /**
     * Stores a value.
     *
     * @param address aligned for the type, with room for the whole value within the memory
     * @throws IllegalArgumentException if the value does not fit the type; the message has the path to what does not
     */
    void store(LiftLowerContext cx, @Nullable Object value, int address);
}
