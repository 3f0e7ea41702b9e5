package dev.witloof.abi;

import dev.witloof.error.TrapException;
import dev.witloof.layout.Alignment;
import dev.witloof.layout.ElementSize;
import dev.witloof.type.ValType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Variants, and what is laid out like them: the place of the case, then room for the largest payload.
 *
 * <pre>
 * | discriminant: 1, 2 or 4 bytes | padding | payload | padding |
 * </pre>
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#loading">CanonicalABI: loading</a>
 */
final class Variants {

    private Variants() {}

    static Loader loader(Cases cases, List<Optional<ValType>> types, Parts<Loader> parts) {
        @Nullable Loader[] payloads = parts.payloads(types, Loader[]::new);
        int width = Alignment.discriminant(types.size());
        int offset = ElementSize.payloadOffset(types);
        return (cx, at) -> {
            int place = require(cases.kind(), loadDiscriminant(cx.bytes(), at, width), payloads.length);
            return cases.load(cx, at + offset, place, payloads);
        };
    }

    static FlatLifter lifter(Cases cases, List<Optional<ValType>> types, Parts<FlatLifter> parts) {
        @Nullable FlatLifter[] payloads = parts.payloads(types, FlatLifter[]::new);
        return (cx, flat, at) -> {
            int place = require(cases.kind(), (int) flat[at], payloads.length);
            return cases.liftFlat(cx, flat, at + 1, place, payloads);
        };
    }

    static Storer storer(Cases cases, List<Optional<ValType>> types, Parts<Storer> parts) {
        @Nullable Storer[] payloads = parts.payloads(types, Storer[]::new);
        int width = Alignment.discriminant(types.size());
        int offset = ElementSize.payloadOffset(types);
        return (cx, value, at) -> {
            int place = cases.match(value);
            storeDiscriminant(cx.bytes(), at, width, place);
            try {
                cases.store(cx, value, at + offset, place, payloads);
            } catch (UnfitValueException e) {
                throw e.in(cases.step(place));
            }
        };
    }

    static FlatLowerer lowerer(Cases cases, List<Optional<ValType>> types, Parts<FlatLowerer> parts) {
        @Nullable FlatLowerer[] payloads = parts.payloads(types, FlatLowerer[]::new);
        return (cx, value, flat, at) -> {
            int place = cases.match(value);
            flat[at] = place;
            try {
                cases.lowerFlat(cx, value, flat, at + 1, place, payloads);
            } catch (UnfitValueException e) {
                throw e.in(cases.step(place));
            }
        };
    }

    static int require(String kind, int place, int count) {
        if (place < 0 || place >= count) {
            throw new TrapException(
                    kind + ": expected a case below " + count + ", found " + Integer.toUnsignedString(place));
        }
        return place;
    }

    static int loadDiscriminant(byte[] bytes, int at, int width) {
        if (width == 1) {
            return bytes[at] & 0xFF;
        }
        return width == 2 ? LittleEndian.getShort(bytes, at) & 0xFFFF : LittleEndian.getInt(bytes, at);
    }

    static void storeDiscriminant(byte[] bytes, int at, int width, int place) {
        if (width == 1) {
            bytes[at] = (byte) place;
        } else if (width == 2) {
            LittleEndian.putShort(bytes, at, (short) place);
        } else {
            LittleEndian.putInt(bytes, at, place);
        }
    }
}
