package dev.witloof.abi;

import dev.witloof.type.FuncType;
import java.util.Collections;
import java.util.List;

/**
 * How the parameters and the result of a function look in Java.
 *
 * @param params a view for each parameter
 * @param result the view of the result; of any kind where there is none
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#lifting-and-lowering-values">CanonicalABI: lifting and lowering values</a>
 */
public record FunctionView(List<View> params, View result) {

    /** Copies the list. */
    public FunctionView {
        params = List.copyOf(params);
    }

    /** Untyped values. */
    public static FunctionView untyped(FuncType type) {
        return new FunctionView(Collections.nCopies(type.params().size(), View.UNTYPED), View.UNTYPED);
    }
}
