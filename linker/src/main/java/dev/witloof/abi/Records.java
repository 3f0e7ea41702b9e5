package dev.witloof.abi;

import dev.witloof.layout.Alignment;
import dev.witloof.layout.ElementSize;
import dev.witloof.layout.Flattening;
import dev.witloof.type.ValType;
import java.util.List;

/**
 * Records, and tuples, which are laid out like them: each field at the next multiple of its alignment.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#loading">CanonicalABI: loading</a>
 */
final class Records {

    private Records() {}

    static Loader loader(Fields fields, List<ValType> types, Parts<Loader> parts) {
        Loader[] loaders = parts.all(types, Loader[]::new);
        int[] offsets = offsets(types);
        return (cx, at) -> fields.load(cx, at, loaders, offsets);
    }

    /** The values of fields that begin at an address. */
    static Object[] load(LiftLowerContext cx, int at, Loader[] loaders, int[] offsets) {
        Object[] values = new Object[loaders.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = loaders[i].load(cx, at + offsets[i]);
        }
        return values;
    }

    static FlatLifter lifter(Fields fields, List<ValType> types, Parts<FlatLifter> parts) {
        FlatLifter[] lifters = parts.all(types, FlatLifter[]::new);
        int[] offsets = flatOffsets(types);
        return (cx, flat, at) -> fields.liftFlat(cx, flat, at, lifters, offsets);
    }

    /** The values of fields whose core values begin at a place. */
    static Object[] lift(LiftLowerContext cx, long[] flat, int at, FlatLifter[] lifters, int[] offsets) {
        Object[] values = new Object[lifters.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = lifters[i].lift(cx, flat, at + offsets[i]);
        }
        return values;
    }

    static Storer storer(Fields fields, List<ValType> types, Parts<Storer> parts) {
        Storer[] storers = parts.all(types, Storer[]::new);
        int[] offsets = offsets(types);
        return (cx, value, at) -> fields.store(cx, value, at, storers, offsets);
    }

    static FlatLowerer lowerer(Fields fields, List<ValType> types, Parts<FlatLowerer> parts) {
        FlatLowerer[] lowerers = parts.all(types, FlatLowerer[]::new);
        int[] offsets = flatOffsets(types);
        return (cx, value, flat, at) -> fields.lowerFlat(cx, value, flat, at, lowerers, offsets);
    }

    /** Where each field begins, in bytes. A sum beyond int belongs to a record that no memory has room for. */
    static int[] offsets(List<ValType> types) {
        int[] offsets = new int[types.size()];
        long at = 0;
        for (int i = 0; i < offsets.length; i++) {
            at = Alignment.alignTo(at, Alignment.of(types.get(i)));
            offsets[i] = (int) at;
            at += ElementSize.of(types.get(i));
        }
        return offsets;
    }

    /** Where the core values of each field begin. */
    static int[] flatOffsets(List<ValType> types) {
        int[] offsets = new int[types.size()];
        int at = 0;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = at;
            at += Flattening.count(types.get(i));
        }
        return offsets;
    }
}
