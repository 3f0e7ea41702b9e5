package dev.witloof.abi;

import org.jspecify.annotations.Nullable;

/** Lowers values of one type to core values; prepared by {@link FlatLowering}. */
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
