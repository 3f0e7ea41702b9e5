package dev.witloof.abi;

import org.jspecify.annotations.Nullable;

/**
 * Stores what stands elsewhere in memory, in a block that {@code realloc} gives: strings, lists, maps.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#storing">CanonicalABI: storing</a>
 */
@FunctionalInterface
interface RangeStorer {

    /**
     * Stores a value in a new block.
     *
     * @return the address in the lower half, the length as the guest gets it in the upper
     * @throws IllegalArgumentException if the value does not fit the type
     */
    long store(LiftLowerContext cx, @Nullable Object value);

    static long range(int begin, int length) {
        return begin & 0xFFFF_FFFFL | (long) length << 32;
    }

    /** Where the address and length go to memory. */
    static Storer indirect(RangeStorer range) {
        return (cx, value, at) -> {
            long stored = range.store(cx, value);
            // The bytes only now: storing may have made the memory grow.
            LittleEndian.putLong(cx.bytes(), at, stored);
        };
    }

    /** Where the address and length become core values. */
    static FlatLowerer flat(RangeStorer range) {
        return (cx, value, flat, at) -> {
            long stored = range.store(cx, value);
            flat[at] = stored & 0xFFFF_FFFFL;
            flat[at + 1] = stored >>> 32;
        };
    }
}
