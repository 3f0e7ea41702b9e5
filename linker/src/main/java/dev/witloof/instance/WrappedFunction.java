package dev.witloof.instance;

import dev.witloof.state.InstanceState;
import dev.witloof.type.FuncType;
import org.jspecify.annotations.Nullable;

/**
 * A function of an import with something around it.
 *
 * @param next how what stands around it goes on
 * @param outer what is called
 */
record WrappedFunction(Next next, HostFunctionInstance outer) implements FunctionInstance {

    @Override
    public FuncType type() {
        return outer.type();
    }

    @Override
    public @Nullable Object call(Object[] args, @Nullable InstanceState caller) {
        InstanceState before = next.caller;
        next.caller = caller;
        try {
            return outer.call(args, caller);
        } finally {
            next.caller = before;
        }
    }

    /** The function itself. It throws what the backend throws, so that what stands around can tell errors apart. */
    static final class Next implements HostFunction {

        private final FunctionInstance function;
        /** Who calls; an instance is used by one thread at a time. */
        private @Nullable InstanceState caller;

        Next(FunctionInstance function) {
            this.function = function;
        }

        @Override
        public @Nullable Object call(Call call, Object[] args) throws Exception {
            if (function instanceof HostFunctionInstance host) {
                return host.code().call(call, args);
            }
            if (function instanceof TypedHostFunction typed) {
                try {
                    return typed.code().call(typed.implementation(), args);
                } catch (Exception | Error e) {
                    throw e;
                } catch (Throwable e) {
                    throw new IllegalStateException(e);
                }
            }
            return function.call(args, caller);
        }
    }
}
