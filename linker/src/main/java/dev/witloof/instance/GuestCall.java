package dev.witloof.instance;

import dev.witloof.abi.LiftLowerContext;
import dev.witloof.abi.Passage;
import dev.witloof.abi.PreparedLower;
import dev.witloof.abi.PreparedTransfer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Calls from one instance to a function of another whose values go from guest to guest, without Java values in between.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#canon-lower">CanonicalABI: canon lower</a>
 */
final class GuestCall {

    private final PreparedTransfer transfer;
    private final LiftedFunction callee;
    private final LiftLowerContext callerContext;
    private final LiftLowerContext calleeContext;

    private GuestCall(PreparedTransfer transfer, LiftedFunction callee, LiftLowerContext callerContext) {
        this.transfer = transfer;
        this.callee = callee;
        this.callerContext = callerContext;
        this.calleeContext = callee.context();
    }

    /**
     * The calls of a function by an instance; {@code null} where the values must become Java values: if Java or another
     * store is called; if an instance calls itself, for then {@code realloc} could change what is still to be copied, as
     * other threads could in a memory that they share; if the two sides' types are not the same.
     */
    static @Nullable GuestCall of(
            PreparedLower prepared, FunctionInstance function, LiftLowerContext caller, Store store) {
        FunctionInstance near = MemberFunction.target(function);
        FunctionInstance target =
                near instanceof ForeignFunction foreign && foreign.store() == store ? foreign.target() : near;
        if (!store.copiesBetweenGuests()
                || !(target instanceof LiftedFunction callee)
                || callee.state() == caller.instance()
                || caller.isMemoryShared()
                || callee.context().isMemoryShared()) {
            return null;
        }
        return prepared.transferTo(callee.prepared())
                .map(transfer -> new GuestCall(transfer, callee, caller))
                .orElse(null);
    }

    /** One call: core values of the caller to core values for the caller. */
    long[] call(long[] flat) {
        Passage params = transfer.liftParams(callerContext, calleeContext, flat);
        return Objects.requireNonNull(callee.call(new Values(params, flat), callerContext.instance()));
    }

    private final class Values implements CallValues<long[]> {

        private final long[] flatArgs;
        private Passage passage;
        private long @Nullable [] flatResults;

        Values(Passage params, long[] flatArgs) {
            this.passage = params;
            this.flatArgs = flatArgs;
        }

        @Override
        public long[] lowerParams(LiftLowerContext callee) {
            return transfer.lowerParams(passage, flatArgs);
        }

        @Override
        public void liftResult(LiftLowerContext callee, long[] results) {
            flatResults = results;
            passage = transfer.liftResult(callerContext, callee, results);
        }

        @Override
        public long[] giveResult() {
            return transfer.lowerResult(passage, Objects.requireNonNull(flatResults), flatArgs);
        }
    }
}
