package dev.witloof.instance;

import dev.witloof.abi.LiftLowerContext;
import org.jspecify.annotations.Nullable;

/**
 * The arguments and the result of one call of a lifted function, wherever they come from and go to.
 *
 * @param <R> what the caller is given
 */
interface CallValues<R> {

    /** Lowers the arguments into the callee. */
    long[] lowerParams(LiftLowerContext callee);

    /** Lifts the result out of the callee. */
    void liftResult(LiftLowerContext callee, long[] flatResults);

    /** Gives the lifted result to the caller, before the callee may free what it stands in. */
    @Nullable
    R giveResult();
}
