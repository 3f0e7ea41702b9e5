package dev.witloof.abi;

import dev.witloof.error.TrapException;

/**
 * Loads what stands elsewhere in memory and is known by its address and length: strings, lists, maps.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#loading">CanonicalABI: loading</a>
 */
@FunctionalInterface
interface RangeLoader {

    /**
     * Loads a value.
     *
     * @param begin the address, not checked yet
     * @param length as the guest gave it, unsigned, not checked yet
     * @throws TrapException if the range is not valid or its bytes are no value of the type
     */
    Object load(LiftLowerContext cx, int begin, int length);

    /** Where the address and length stand in memory. */
    static Loader indirect(RangeLoader range) {
        return (cx, at) -> {
            byte[] bytes = cx.bytes();
            return range.load(cx, LittleEndian.getInt(bytes, at), LittleEndian.getInt(bytes, at + 4));
        };
    }

    /** Where the address and length are core values. */
    static FlatLifter flat(RangeLoader range) {
        return (cx, flat, at) -> range.load(cx, (int) flat[at], (int) flat[at + 1]);
    }
}
