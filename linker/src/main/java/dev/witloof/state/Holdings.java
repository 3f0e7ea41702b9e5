package dev.witloof.state;

import dev.witloof.error.LimitException;
import dev.witloof.limit.Limit;
import dev.witloof.limit.Limits;
import org.jspecify.annotations.Nullable;

/**
 * What all instances of one store hold together while they run, and how much that may be.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#table-state">CanonicalABI: table state</a>
 */
public final class Holdings {

    private final long mostHandles;
    private final long mostLiftedBytes;
    private final @Nullable CallDepth callDepth;
    private long handles;

    /**
     * Nothing yet.
     *
     * @param callDepth counts calls into instances; {@code null} if they are not limited
     */
    public Holdings(Limits limits, @Nullable CallDepth callDepth) {
        this.mostHandles = limits.most(Limit.HANDLES);
        this.mostLiftedBytes = limits.most(Limit.LIFTED_BYTES);
        this.callDepth = callDepth;
    }

    void takeHandle() {
        if (handles >= mostHandles) {
            throw new LimitException("handles: expected at most " + mostHandles + " in one store, found one more");
        }
        handles++;
    }

    void giveHandlesBack(int count) {
        handles -= count;
    }

    /** About how many bytes the values that one side of a call hands over may take in the heap. */
    public long mostLiftedBytes() {
        return mostLiftedBytes;
    }

    @Nullable
    CallDepth callDepth() {
        return callDepth;
    }
}
