package dev.witloof.abi;

import dev.witloof.layout.Alignment;
import dev.witloof.layout.ElementSize;
import dev.witloof.layout.Flattening;
import dev.witloof.type.FuncType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.ValType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code canon lower} on one side and {@code canon lift} on the other do with the values of one function together:
 * a guest calls a guest. Values are copied from memory to memory; no Java values come in between. Prepared once for a
 * lowered and a lifted function, used by all their instances and threads.
 *
 * <p>All parameters are lifted before the first one is lowered, as the specification has it, so a caller's trap comes
 * before the callee's {@code realloc} is called. The result is lowered before the callee's {@code post-return} runs,
 * which may free what the result stands in.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#canon-lower">CanonicalABI: canon lower</a>
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#canon-lift">CanonicalABI: canon lift</a>
 */
public final class PreparedTransfer {

    private static final long[] NOTHING = {};

    private final PreparedLower caller;
    private final PreparedLift callee;
    private final Values params;
    private final @Nullable Values result;

    /** Values one after the other, and whether they travel in memory. */
    private record Values(RecordTransfer transfer, boolean spilled, int flatCount, int alignment, long size) {

        static Values of(RecordTransfer transfer, List<ValType> types, int maxFlat) {
            int flatCount = Flattening.flatten(types, maxFlat + 1).size();
            return new Values(
                    transfer, flatCount > maxFlat, flatCount, Alignment.ofFields(types), ElementSize.ofFields(types));
        }

        Passage lift(String what, LiftLowerContext source, LiftLowerContext target, long[] flat) {
            Passage passage = new Passage(source, target);
            source.beginLifting(0);
            if (spilled) {
                int at = (int) flat[0];
                source.requireRange(what, at, alignment, size);
                transfer.check(passage, at);
            } else {
                transfer.check(passage, flat, 0);
            }
            return passage;
        }

        long[] lowerFlat(Passage passage, long[] flat) {
            if (flatCount == 0) {
                return NOTHING;
            }
            long[] lowered = new long[flatCount];
            transfer.copy(passage, flat, lowered, 0);
            return lowered;
        }
    }

    private PreparedTransfer(PreparedLower caller, PreparedLift callee) throws Transferring.DifferentTypes {
        this.caller = caller;
        this.callee = callee;
        List<ValType> paramTypes = params(caller.type());
        this.params = Values.of(
                Transferring.of(paramTypes, caller.options(), params(callee.type()), callee.options()),
                paramTypes,
                Flattening.MAX_FLAT_PARAMS);
        List<ValType> resultTypes = callee.type().result().stream().toList();
        RecordTransfer results = Transferring.of(
                resultTypes, callee.options(), caller.type().result().stream().toList(), caller.options());
        this.result = resultTypes.isEmpty() ? null : Values.of(results, resultTypes, Flattening.MAX_FLAT_RESULTS);
    }

    private static List<ValType> params(FuncType type) {
        return type.params().stream().map(LabelledType::type).toList();
    }

    /**
     * Prepares the calls of a function through another.
     *
     * @param caller the function as the caller has it
     * @param callee the function as the callee has it
     * @return empty if their types differ in more than the resources that they name, so that values cannot be copied
     */
    public static Optional<PreparedTransfer> of(PreparedLower caller, PreparedLift callee) {
        try {
            return Optional.of(new PreparedTransfer(caller, callee));
        } catch (Transferring.DifferentTypes e) {
            return Optional.empty();
        }
    }

    /**
     * Lifts the arguments of a call.
     *
     * @param flatArgs what the caller passed
     * @throws dev.witloof.error.TrapException if they are no values of the types
     */
    public Passage liftParams(LiftLowerContext callerContext, LiftLowerContext calleeContext, long[] flatArgs) {
        return params.lift("parameters", callerContext, calleeContext, flatArgs);
    }

    /**
     * Lowers the arguments of a call.
     *
     * @param passage what {@link #liftParams} gave
     * @param flatArgs what the caller passed
     * @return what the callee is passed
     */
    public long[] lowerParams(Passage passage, long[] flatArgs) {
        if (!params.spilled()) {
            return params.lowerFlat(passage, flatArgs);
        }
        int at = callee.allocateParams(passage.target);
        params.transfer().copy(passage, (int) flatArgs[0], at);
        return new long[] {at & 0xFFFF_FFFFL};
    }

    /**
     * Lifts the result of a call.
     *
     * @param flatResults what the callee returned
     * @throws dev.witloof.error.TrapException if that is no value of the type
     */
    public Passage liftResult(LiftLowerContext callerContext, LiftLowerContext calleeContext, long[] flatResults) {
        return result == null
                ? new Passage(calleeContext, callerContext)
                : result.lift("result", calleeContext, callerContext, flatResults);
    }

    /**
     * Lowers the result of a call.
     *
     * @param passage what {@link #liftResult} gave
     * @param flatResults what the callee returned
     * @param flatArgs what the caller passed, of which the last may say where the result is to be stored
     * @return what the caller is returned
     * @throws dev.witloof.error.TrapException if the result is to be stored where it has no place
     */
    public long[] lowerResult(Passage passage, long[] flatResults, long[] flatArgs) {
        if (result == null) {
            return NOTHING;
        }
        if (!result.spilled()) {
            return result.lowerFlat(passage, flatResults);
        }
        int at = caller.requireResult(passage.target, flatArgs);
        result.transfer().copy(passage, (int) flatResults[0], at);
        return NOTHING;
    }
}
