package dev.witloof.abi;

/**
 * What stands elsewhere in memory and is known by its address and length: strings, lists, maps.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#lifting-and-lowering-values">CanonicalABI: lifting and lowering values</a>
 */
abstract class RangeTransfer extends Transfer {

    /** Checks the range that the source gave, and what is in it. */
    abstract void checkRange(Passage passage, int begin, int length);

    /**
     * Copies what is in a checked range into a new block of the target.
     *
     * @return the address in the lower half, the length as the target gets it in the upper
     */
    abstract long copyRange(Passage passage, int begin, int length);

    @Override
    final void check(Passage passage, int at) {
        byte[] bytes = passage.from();
        checkRange(passage, LittleEndian.getInt(bytes, at), LittleEndian.getInt(bytes, at + 4));
    }

    @Override
    final void copy(Passage passage, int from, int to) {
        byte[] bytes = passage.from();
        long stored = copyRange(passage, LittleEndian.getInt(bytes, from), LittleEndian.getInt(bytes, from + 4));
        // The target's bytes only now: copying may have made its memory grow.
        LittleEndian.putLong(passage.to(), to, stored);
    }

    @Override
    final void check(Passage passage, long[] flat, int at) {
        checkRange(passage, (int) flat[at], (int) flat[at + 1]);
    }

    @Override
    final void copy(Passage passage, long[] from, long[] to, int at) {
        long stored = copyRange(passage, (int) from[at], (int) from[at + 1]);
        to[at] = stored & 0xFFFF_FFFFL;
        to[at + 1] = stored >>> 32;
    }
}
