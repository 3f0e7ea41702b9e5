package dev.witloof.abi;

import dev.witloof.error.TrapException;
import org.jspecify.annotations.Nullable;

/** Loads values of one type from memory; prepared by {@link Loading}. */
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
