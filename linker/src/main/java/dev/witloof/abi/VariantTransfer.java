package dev.witloof.abi;

import dev.witloof.layout.Alignment;
import dev.witloof.layout.ElementSize;
import dev.witloof.type.ValType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Variants, options and results. Only the payload of the case that is there is copied; what the target has beside it
 * stays in memory as it is, and is 0 among core values.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#storing">CanonicalABI: storing</a>
 */
final class VariantTransfer extends Transfer {

    private final String kind;
    private final @Nullable Transfer[] payloads;
    private final int width;
    private final int offset;

    /**
     * Variants of some cases.
     *
     * @param kind what messages call it
     * @param payloads of each case with a payload; {@code null} for the others
     */
    VariantTransfer(String kind, List<Optional<ValType>> types, @Nullable Transfer[] payloads) {
        this.kind = kind;
        this.payloads = payloads;
        this.width = Alignment.discriminant(types.size());
        this.offset = ElementSize.payloadOffset(types);
    }

    @Override
    void check(Passage passage, int at) {
        int place = Variants.require(kind, Variants.loadDiscriminant(passage.from(), at, width), payloads.length);
        Transfer payload = payloads[place];
        if (payload != null) {
            payload.check(passage, at + offset);
        }
    }

    @Override
    void copy(Passage passage, int from, int to) {
        int place = Variants.loadDiscriminant(passage.from(), from, width);
        Variants.storeDiscriminant(passage.to(), to, width, place);
        Transfer payload = payloads[place];
        if (payload != null) {
            payload.copy(passage, from + offset, to + offset);
        }
    }

    @Override
    void check(Passage passage, long[] flat, int at) {
        Transfer payload = payloads[Variants.require(kind, (int) flat[at], payloads.length)];
        if (payload != null) {
            payload.check(passage, flat, at + 1);
        }
    }

    @Override
    void copy(Passage passage, long[] from, long[] to, int at) {
        int place = (int) from[at];
        to[at] = place;
        Transfer payload = payloads[place];
        if (payload != null) {
            payload.copy(passage, from, to, at + 1);
        }
    }
}
