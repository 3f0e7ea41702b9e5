package dev.witloof.abi;

import dev.witloof.type.FuncType;
import java.util.Collections;
import java.util.List;

/**
 * How the parameters and the result of a function look in Java.
 *
 * @param params a view for each parameter
 * @param result the view of the result; of any kind where there is none
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
