package dev.witloof.abi;

import dev.witloof.error.TrapException;

/**
 * Lifts what is one i32, or less in memory: chars, enums, flags, handles.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#flat-lifting">CanonicalABI: flat lifting</a>
 */
@FunctionalInterface
interface I32Lifter {

    /**
     * Lifts a value.
     *
     * @throws TrapException if the bits are no value of the type
     */
    Object lift(LiftLowerContext cx, int bits);

    /** Lifts a name, or flags. */
    static I32Lifter of(Names names) {
        return (cx, bits) -> names.lift(bits);
    }

    /** Where the bits stand in memory in 1, 2 or 4 bytes. */
    static Loader inMemory(I32Lifter lifter, int width) {
        return switch (width) {
            case 1 -> (cx, at) -> lifter.lift(cx, cx.bytes()[at] & 0xFF);
            case 2 -> (cx, at) -> lifter.lift(cx, LittleEndian.getShort(cx.bytes(), at) & 0xFFFF);
            case 4 -> (cx, at) -> lifter.lift(cx, LittleEndian.getInt(cx.bytes(), at));
            default -> throw new IllegalArgumentException("width: expected 1, 2 or 4, found " + width);
        };
    }

    /** Where the bits are a core value. */
    static FlatLifter flat(I32Lifter lifter) {
        return (cx, flat, at) -> lifter.lift(cx, (int) flat[at]);
    }
}
