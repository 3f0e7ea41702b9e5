package dev.witloof.abi;

import dev.witloof.error.TrapException;
import org.jspecify.annotations.Nullable;

/** Lifts values of one type from core values; prepared by {@link FlatLifting}. */
@FunctionalInterface
public interface FlatLifter {

    /**
     * Lifts a value.
     *
     * @param flat core values; of those for 32-bit types the upper half is ignored
     * @param at where those of this value begin
     * @throws TrapException if they are no value of the type
     */
    @Nullable
    Object lift(LiftLowerContext cx, long[] flat, int at);
}
