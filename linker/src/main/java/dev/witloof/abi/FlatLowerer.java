package dev.witloof.abi;

import org.jspecify.annotations.Nullable;

/**
 * Lowers values of one type to core values; prepared by {@link FlatLowering}.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#flat-lowering">CanonicalABI: flat lowering</a>
 */
@FunctionalInterface
public interface FlatLowerer {

    /**
     * Lowers a value.
     *
     * @param flat where the core values go; all 0 before, because the unused ones of a variant are left alone
     * @param at where those of this value begin
     * @throws IllegalArgumentException if the value does not fit the type; the message has the path to what does not
     */
    void lower(LiftLowerContext cx, @Nullable Object value, long[] flat, int at);
}
