package dev.witloof.abi;

import dev.witloof.error.TrapException;
import dev.witloof.layout.Alignment;
import dev.witloof.layout.ElementSize;
import dev.witloof.layout.Flattening;
import dev.witloof.type.ValType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the parameters or results of a function are lifted: from core values, or all from one place in memory where they
 * flatten to too many.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#lifting-and-lowering-values">CanonicalABI: lift_flat_values</a>
 */
abstract sealed class LiftedValues {

    private final long heapSize;

    private LiftedValues(List<ValType> types) {
        this.heapSize = types.stream().mapToLong(HeapSize::of).sum();
    }

    final void begin(LiftLowerContext cx) {
        cx.beginLifting(heapSize);
    }

    static LiftedValues of(List<ValType> types, int maxFlat, LiftLowerOptions options) {
        return Flattening.flatten(types, maxFlat + 1).size() > maxFlat
                ? new Spilled(types, View.UNTYPED, options)
                : new Flat(types, View.UNTYPED, options);
    }

    /** The only result of a function, as Java wants to see it. */
    static LiftedValues of(ValType type, View view, LiftLowerOptions options) {
        List<ValType> types = List.of(type);
        return Flattening.flatten(types, Flattening.MAX_FLAT_RESULTS + 1).size() > Flattening.MAX_FLAT_RESULTS
                ? new Spilled(types, view, options)
                : new Flat(types, view, options);
    }

    /** Whether the values travel in memory. */
    abstract boolean isSpilled();

    /**
     * The values.
     *
     * @throws TrapException if the core values are no values of the types
     */
    abstract Object[] lift(LiftLowerContext cx, long[] flat);

    /** The only value. */
    abstract @Nullable Object liftOne(LiftLowerContext cx, long[] flat);

    private static final class Flat extends LiftedValues {

        private final FlatLifter[] lifters;
        private final int[] offsets;

        Flat(List<ValType> types, View view, LiftLowerOptions options) {
            super(types);
            this.lifters = types.stream()
                    .map(type -> FlatLifting.of(type, view, options))
                    .toArray(FlatLifter[]::new);
            this.offsets = Records.flatOffsets(types);
        }

        @Override
        boolean isSpilled() {
            return false;
        }

        @Override
        Object[] lift(LiftLowerContext cx, long[] flat) {
            begin(cx);
            return Records.lift(cx, flat, 0, lifters, offsets);
        }

        @Override
        @Nullable
        Object liftOne(LiftLowerContext cx, long[] flat) {
            begin(cx);
            return lifters[0].lift(cx, flat, 0);
        }
    }

    private static final class Spilled extends LiftedValues {

        private final Loader[] loaders;
        private final int[] offsets;
        private final int alignment;
        private final long size;

        Spilled(List<ValType> types, View view, LiftLowerOptions options) {
            super(types);
            this.loaders =
                    types.stream().map(type -> Loading.of(type, view, options)).toArray(Loader[]::new);
            this.offsets = Records.offsets(types);
            this.alignment = Alignment.ofFields(types);
            this.size = ElementSize.ofFields(types);
        }

        @Override
        boolean isSpilled() {
            return true;
        }

        @Override
        Object[] lift(LiftLowerContext cx, long[] flat) {
            int at = (int) flat[0];
            cx.requireRange("parameters", at, alignment, size);
            begin(cx);
            return Records.load(cx, at, loaders, offsets);
        }

        @Override
        @Nullable
        Object liftOne(LiftLowerContext cx, long[] flat) {
            int at = (int) flat[0];
            cx.requireRange("result", at, alignment, size);
            begin(cx);
            return loaders[0].load(cx, at);
        }
    }
}
