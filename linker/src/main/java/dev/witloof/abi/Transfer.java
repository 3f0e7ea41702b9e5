package dev.witloof.abi;

/**
 * How values of one type go from one instance to another: what {@link Loading} and then {@link Storing} would do, or
 * {@link FlatLifting} and {@link FlatLowering}, without Java values in between. It takes two walks over the values,
 * because all of them are lifted before the first one is lowered: {@code check} does of lifting what can fail or what
 * takes something away, {@code copy} all the rest. Nothing changes the source between the two, for only the target's
 * {@code realloc} runs.
 *
 * <p>Both sides have the same type, so what is flat on one side is flat on the other, at the same place.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#lifting-and-lowering-values">CanonicalABI: lifting and lowering values</a>
 */
abstract class Transfer {

    /** Checks a value in memory. */
    abstract void check(Passage passage, int at);

    /** Copies a checked value from memory to memory. */
    abstract void copy(Passage passage, int from, int to);

    /** Checks a value among core values. */
    abstract void check(Passage passage, long[] flat, int at);

    /** Copies a checked value from core values to core values. */
    abstract void copy(Passage passage, long[] from, long[] to, int at);

    /** Whether lifting cannot fail and takes nothing away, so that there is nothing to check. */
    boolean isUnchecked() {
        return false;
    }

    /** Whether a checked value in memory is copied byte for byte. So it has no padding, for padding is not written. */
    boolean isVerbatim() {
        return false;
    }

    /** Checks values one after the other in memory. */
    final void checkAll(Passage passage, int begin, int count, int size) {
        if (isUnchecked()) {
            return;
        }
        for (int i = 0, at = begin; i < count; i++, at += size) {
            check(passage, at);
        }
    }

    /** Copies checked values one after the other from memory to memory. */
    final void copyAll(Passage passage, int from, int to, int count, int size) {
        if (isVerbatim()) {
            System.arraycopy(passage.from(), from, passage.to(), to, count * size);
            return;
        }
        for (int i = 0, offset = 0; i < count; i++, offset += size) {
            copy(passage, from + offset, to + offset);
        }
    }
}
