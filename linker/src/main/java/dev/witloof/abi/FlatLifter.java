package dev.witloof.abi;

import dev.witloof.error.TrapException;
import org.jspecify.annotations.Nullable;

/**
 * Lifts values of one type from core values; prepared by {@link FlatLifting}.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#flat-lifting">CanonicalABI: flat lifting</a>
 */
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
