package dev.witloof.abi;

import dev.witloof.layout.ElementSize;
import dev.witloof.layout.Flattening;
import dev.witloof.type.ValType;
import java.util.List;

/**
 * Records and tuples, the entries of maps, and the parameters of a function.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#storing">CanonicalABI: storing</a>
 */
final class RecordTransfer extends Transfer {

    private final Transfer[] fields;
    private final int[] offsets;
    private final int[] flatOffsets;
    private final boolean unchecked;
    private final boolean verbatim;
    private final long size;

    RecordTransfer(List<ValType> types, List<Transfer> fields) {
        this.fields = fields.toArray(Transfer[]::new);
        this.offsets = Records.offsets(types);
        this.flatOffsets = flatOffsets(types);
        this.unchecked = fields.stream().allMatch(Transfer::isUnchecked);
        this.size = ElementSize.ofFields(types);
        boolean padded = types.stream().mapToLong(ElementSize::of).sum() != size;
        this.verbatim = !padded && fields.stream().allMatch(Transfer::isVerbatim);
    }

    /** How many core values a value becomes; of those that become too many for core values, too many. */
    static int flatCount(ValType type) {
        return Flattening.flatten(List.of(type), Flattening.MAX_FLAT_PARAMS + 1).size();
    }

    private static int[] flatOffsets(List<ValType> types) {
        int[] flatOffsets = new int[types.size()];
        int at = 0;
        for (int i = 0; i < flatOffsets.length; i++) {
            flatOffsets[i] = at;
            at += flatCount(types.get(i));
        }
        return flatOffsets;
    }

    @Override
    boolean isUnchecked() {
        return unchecked;
    }

    @Override
    boolean isVerbatim() {
        return verbatim;
    }

    @Override
    void check(Passage passage, int at) {
        if (unchecked) {
            return;
        }
        for (int i = 0; i < fields.length; i++) {
            fields[i].check(passage, at + offsets[i]);
        }
    }

    @Override
    void copy(Passage passage, int from, int to) {
        if (verbatim) {
            System.arraycopy(passage.from(), from, passage.to(), to, (int) size);
            return;
        }
        for (int i = 0; i < fields.length; i++) {
            fields[i].copy(passage, from + offsets[i], to + offsets[i]);
        }
    }

    @Override
    void check(Passage passage, long[] flat, int at) {
        if (unchecked) {
            return;
        }
        for (int i = 0; i < fields.length; i++) {
            fields[i].check(passage, flat, at + flatOffsets[i]);
        }
    }

    @Override
    void copy(Passage passage, long[] from, long[] to, int at) {
        for (int i = 0; i < fields.length; i++) {
            fields[i].copy(passage, from, to, at + flatOffsets[i]);
        }
    }
}
