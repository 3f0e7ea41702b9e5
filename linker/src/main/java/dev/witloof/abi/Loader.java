package dev.witloof.abi;

import dev.witloof.error.TrapException;
import org.jspecify.annotations.Nullable;

/**
 * Loads values of one type from memory; prepared by {@link Loading}.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#loading">CanonicalABI: loading</a>
 */
@FunctionalInterface
public interface Loader {

    /**
     * Loads a value.
     *
     * @param address aligned for the type, with the whole value within the memory
     * @throws TrapException if the bytes are no value of the type
     */
    @Nullable
    Object load(LiftLowerContext cx, int address);
}
