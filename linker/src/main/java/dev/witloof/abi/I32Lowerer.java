package dev.witloof.abi;

import org.jspecify.annotations.Nullable;

/**
 * Lowers what is one i32, or less in memory: chars, enums, flags, handles.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#flat-lowering">CanonicalABI: flat lowering</a>
 */
@FunctionalInterface
interface I32Lowerer {

    /**
     * Lowers a value.
     *
     * @throws IllegalArgumentException if the value does not fit the type
     */
    int lower(LiftLowerContext cx, @Nullable Object value);

    /** Lowers a name, or flags. */
    static I32Lowerer of(Names names) {
        return (cx, value) -> names.lower(value);
    }

    /** Where the bits go to memory, in 1, 2 or 4 bytes. */
    static Storer inMemory(I32Lowerer lowerer, int width) {
        return switch (width) {
            case 1 -> (cx, value, at) -> cx.bytes()[at] = (byte) lowerer.lower(cx, value);
            case 2 -> (cx, value, at) -> LittleEndian.putShort(cx.bytes(), at, (short) lowerer.lower(cx, value));
            case 4 -> (cx, value, at) -> LittleEndian.putInt(cx.bytes(), at, lowerer.lower(cx, value));
            default -> throw new IllegalArgumentException("width: expected 1, 2 or 4, found " + width);
        };
    }

    /** Where the bits become a core value. */
    static FlatLowerer flat(I32Lowerer lowerer) {
        return (cx, value, flat, at) -> flat[at] = lowerer.lower(cx, value) & 0xFFFF_FFFFL;
    }
}
