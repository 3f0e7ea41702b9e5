package dev.witloof.host;

import dev.witloof.abi.FlatLifter;
import dev.witloof.abi.FlatLowerer;
import dev.witloof.abi.LiftLowerContext;
import dev.witloof.abi.Loader;
import dev.witloof.abi.Storer;
import dev.witloof.abi.UnfitValueException;
import org.jspecify.annotations.Nullable;

/**
 * What a hidden class for a record, or for the cases of a variant, has to do: scalars go straight between the guest and the
 * record's components, all else through what was prepared.
 */
public interface ValueCode {

    /**
     * A value out of memory.
     *
     * @param place the case; 0 for a record
     * @param offsets where the fields of a record begin
     * @param parts for each field, or for each case
     */
    Object load(LiftLowerContext cx, int at, int place, int[] offsets, @Nullable Loader[] parts);

    /** A value out of core values. */
    Object lift(LiftLowerContext cx, long[] flat, int at, int place, int[] offsets, @Nullable FlatLifter[] parts);

    /**
     * A value into memory.
     *
     * @param steps what messages call the parts
     */
    void store(
            LiftLowerContext cx,
            Object value,
            int at,
            int place,
            int[] offsets,
            @Nullable Storer[] parts,
            String[] steps);

    /** A value to core values. */
    void lower(
            LiftLowerContext cx,
            Object value,
            long[] flat,
            int at,
            int place,
            int[] offsets,
            @Nullable FlatLowerer[] parts,
            String[] steps);

    /** The same exception with the part that it is about. */
    static IllegalArgumentException within(IllegalArgumentException unfit, String[] steps, int part) {
        return unfit instanceof UnfitValueException value && part < steps.length ? value.in(steps[part]) : unfit;
    }
}
