package dev.witloof.abi;

import dev.witloof.value.FlagsValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Flags: one bit each, the first the lowest; bits without a flag are ignored when lifted.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#loading">CanonicalABI: loading</a>
 */
final class Flags implements Names {

    private final List<String> labels;
    private final int mask;

    Flags(List<String> labels) {
        this.labels = labels;
        this.mask = -1 >>> (Integer.SIZE - labels.size());
    }

    /** The bits that are flags. */
    int mask() {
        return mask;
    }

    @Override
    public Object lift(int bits) {
        return FlagsValue.ofBits(labels, bits & mask);
    }

    @Override
    public int lower(@Nullable Object value) {
        if (!(value instanceof FlagsValue flags)) {
            throw UnfitValueException.found("flags", value);
        }
        if (flags.universe().equals(labels)) {
            return flags.bits();
        }
        int bits = 0;
        for (String label : flags.labels()) {
            int place = labels.indexOf(label);
            if (place < 0) {
                throw new UnfitValueException(
                        "expected flags out of " + String.join(", ", labels) + ", found \"" + label + "\"");
            }
            bits |= 1 << place;
        }
        return bits;
    }
}
