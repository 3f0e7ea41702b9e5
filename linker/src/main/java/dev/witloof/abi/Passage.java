package dev.witloof.abi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One crossing of values from an instance into another: the parameters or the result of one call. What the first walk
 * over the values takes out of the source, such as handles, waits here for the second one.
 *
 * @see PreparedTransfer
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#lifting-and-lowering-values">CanonicalABI: lifting and lowering values</a>
 */
public final class Passage {

    final LiftLowerContext source;
    final LiftLowerContext target;
    private @Nullable Deque<Object> lifted;

    Passage(LiftLowerContext source, LiftLowerContext target) {
        this.source = source;
        this.target = target;
    }

    /** The memory that the values come from, valid until guest code of the source runs. */
    byte[] from() {
        return source.bytes();
    }

    /** The memory that the values go to, valid until guest code of the target runs, as {@code realloc} does. */
    byte[] to() {
        return target.bytes();
    }

    /** Keeps what was lifted for the second walk, which meets the values in the same order. */
    void keep(Object value) {
        Deque<Object> kept = lifted;
        if (kept == null) {
            kept = new ArrayDeque<>();
            lifted = kept;
        }
        kept.add(value);
    }

    /** The first of what was kept and not taken yet. */
    Object take() {
        return Objects.requireNonNull(lifted).remove();
    }
}
