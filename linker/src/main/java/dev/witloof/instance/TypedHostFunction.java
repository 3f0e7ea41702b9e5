package dev.witloof.instance;

import dev.witloof.host.ImportedFunction;
import dev.witloof.host.Thrown;
import dev.witloof.state.InstanceState;
import dev.witloof.type.FuncType;
import org.jspecify.annotations.Nullable;

/**
 * A function of an import that a Java interface serves.
 *
 * @param call which import and function it is
 * @param type its type
 * @param code the function, with Java's types
 * @param implementation what implements the interface
 * @param servedBy what messages call the backend
 */
record TypedHostFunction(Call call, FuncType type, ImportedFunction code, Object implementation, String servedBy)
        implements FunctionInstance {

    /** For callers that have untyped values: other instances, and who calls an import that is exported again. */
    @Override
    public @Nullable Object call(Object[] args, @Nullable InstanceState caller) {
        try {
            return code.call(implementation, args);
        } catch (Throwable e) {
            throw Thrown.by(servedBy, call.toString(), e);
        }
    }
}
