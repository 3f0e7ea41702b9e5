package dev.witloof.state;

import dev.witloof.error.LimitException;

/**
 * How many calls into instances each thread has on its stack, one within the other. One serves all stores of a plan: a
 * call may go from an instance through Java into an instance of another store.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#embedding">CanonicalABI: embedding</a>
 */
public final class CallDepth {

    private final long most;
    private final ThreadLocal<int[]> depths = ThreadLocal.withInitial(() -> new int[1]);

    /** Counts up to {@code most}. */
    public CallDepth(long most) {
        this.most = most;
    }

    /**
     * Enters.
     *
     * @throws LimitException if that would be one too many
     */
    void enter() {
        int[] depth = depths.get();
        if (depth[0] >= most) {
            throw new LimitException("calls: expected at most " + most + " inside each other, found one more");
        }
        depth[0]++;
    }

    void leave() {
        depths.get()[0]--;
    }
}
