package dev.witloof.instance;

import dev.witloof.type.PrimitiveType;
import dev.witloof.type.ValType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The call of a lifted function whose values are all scalars: the core function between entering and leaving the
 * instance.
 *
 * <pre>
 * boolean outermost = enter();
 * try { return core(args…); } finally { leave(thrown, outermost); }
 * </pre>
 */
final class DirectCall {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final MethodHandle ENTER = find("enter", MethodType.methodType(boolean.class));
    private static final MethodHandle LEAVE =
            find("leave", MethodType.methodType(void.class, Throwable.class, boolean.class));

    private final LiftedFunction function;
    private final Store store;

    private DirectCall(LiftedFunction function, Store store) {
        this.function = function;
        this.store = store;
    }

    private static MethodHandle find(String name, MethodType type) {
        try {
            return LOOKUP.findVirtual(DirectCall.class, name, type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The core function's handle, guarded. A char is checked inside, because a wrong one is a trap of the guest. */
    static MethodHandle guarded(LiftedFunction function, Store store, Optional<ValType> result) {
        DirectCall call = new DirectCall(function, store);
        MethodHandle core = function.coreHandle();
        if (result.filter(PrimitiveType.CHAR::equals).isPresent()) {
            core = MethodHandles.filterReturnValue(core, Scalars.lift(PrimitiveType.CHAR, int.class));
        }
        MethodHandle body = MethodHandles.dropArguments(core, 0, boolean.class);
        MethodHandle cleanup = cleanup(LEAVE.bindTo(call), core.type().returnType());
        return MethodHandles.foldArguments(MethodHandles.tryFinally(body, cleanup), ENTER.bindTo(call));
    }

    /** {@code (thrown, result, outermost) -> { leave(thrown, outermost); return result; }}. */
    private static MethodHandle cleanup(MethodHandle leave, Class<?> result) {
        if (result == void.class) {
            return leave;
        }
        MethodHandle giveBack = MethodHandles.dropArguments(
                MethodHandles.dropArguments(MethodHandles.identity(result), 0, Throwable.class),
                2,
                List.of(boolean.class));
        return MethodHandles.foldArguments(giveBack, MethodHandles.dropArguments(leave, 1, result));
    }

    boolean enter() {
        boolean outermost = store.entrance().enter();
        try {
            function.enter(null);
        } catch (RuntimeException e) {
            store.entrance().leave(outermost);
            throw e;
        }
        return outermost;
    }

    void leave(@Nullable Throwable thrown, boolean outermost) {
        try {
            if (thrown != null) {
                throw function.trapped(thrown, null);
            }
            function.leaveInTime();
        } finally {
            store.entrance().leave(outermost);
        }
    }
}
