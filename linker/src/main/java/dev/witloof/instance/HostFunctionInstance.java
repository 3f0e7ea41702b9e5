package dev.witloof.instance;

import dev.witloof.error.TrapException;
import dev.witloof.state.InstanceState;
import dev.witloof.type.FuncType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function of an import that Java serves.
 *
 * @param call which import and function it is
 * @param type its type
 * @param code the function
 * @param servedBy what messages call the backend
 */
record HostFunctionInstance(Call call, FuncType type, HostFunction code, String servedBy) implements FunctionInstance {

    @Override
    public @Nullable Object call(Object[] args, @Nullable InstanceState caller) {
        try {
            return code.call(call, args);
        } catch (TrapException | VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new TrapException(servedBy + " threw " + e, null, call.toString(), List.of(), e);
        }
    }
}
