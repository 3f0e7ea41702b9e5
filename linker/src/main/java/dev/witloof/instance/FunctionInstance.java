package dev.witloof.instance;

import dev.witloof.state.InstanceState;
import dev.witloof.type.FuncType;
import org.jspecify.annotations.Nullable;

/**
 * A component-level function at run time, whoever implements it.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#embedding">CanonicalABI: embedding</a>
 */
sealed interface FunctionInstance extends RuntimeItem
        permits LiftedFunction,
                HostFunctionInstance,
                TypedHostFunction,
                WrappedFunction,
                ForeignFunction,
                MemberFunction {

    /** Its type, in the words of the instance that defined it. */
    FuncType type();

    /**
     * Calls it.
     *
     * @param args untyped values, one for each parameter
     * @param caller the instance that calls; {@code null} for the host
     * @return an untyped value; {@code null} where there is no result
     */
    @Nullable
    Object call(Object[] args, @Nullable InstanceState caller);
}
