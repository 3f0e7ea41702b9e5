package dev.witloof.instance;

import dev.witloof.state.InstanceState;
import dev.witloof.type.FuncType;
import org.jspecify.annotations.Nullable;

/**
 * A function of an instance in another store: a call from here enters that store too.
 *
 * @param target the function
 * @param store the store that it lives in
 */
record ForeignFunction(FunctionInstance target, Store store) implements FunctionInstance {

    @Override
    public FuncType type() {
        return target.type();
    }

    @Override
    public @Nullable Object call(Object[] args, @Nullable InstanceState caller) {
        boolean outermost =
                caller == null ? store.entrance().enter() : store.entrance().enterFromGuest();
        try {
            return target.call(args, caller);
        } finally {
            store.entrance().leave(outermost);
        }
    }
}
