package dev.witloof.instance;

import dev.witloof.abi.LiftLowerContext;
import dev.witloof.abi.PreparedLift;
import dev.witloof.core.CoreFunction;
import dev.witloof.error.TrapException;
import dev.witloof.state.BorrowScope;
import dev.witloof.state.InstanceState;
import dev.witloof.type.FuncType;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * A core function lifted to a component function.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#canon-lift">CanonicalABI: canon lift</a>
 */
final class LiftedFunction implements FunctionInstance {

    private final PreparedLift prepared;
    private final FuncType type;
    private final CoreFunction callee;
    private final @Nullable CoreFunction postReturn;
    private final LiftLowerContext cx;
    private final InstanceState state;
    /** What the embedder knows it by; set when it is exported. */
    private String name = "a function";

    LiftedFunction(
            PreparedLift prepared,
            FuncType type,
            CoreFunction callee,
            @Nullable CoreFunction postReturn,
            LiftLowerContext cx) {
        this.prepared = prepared;
        this.type = type;
        this.callee = callee;
        this.postReturn = postReturn;
        this.cx = cx;
        this.state = cx.instance();
    }

    @Override
    public FuncType type() {
        return type;
    }

    InstanceState state() {
        return state;
    }

    void name(String exportedAs) {
        name = exportedAs;
    }

    /** The core function itself, for calls whose values need no lifting or lowering in memory. */
    MethodHandle coreHandle() {
        return callee.handle();
    }

    /** Whether a call is nothing but the core function's, if all its values are scalars. */
    boolean isDirect() {
        return postReturn == null;
    }

    PreparedLift prepared() {
        return prepared;
    }

    LiftLowerContext context() {
        return cx;
    }

    @Override
    public @Nullable Object call(Object[] args, @Nullable InstanceState caller) {
        return call(new JavaValues(prepared, args), caller);
    }

    <R> @Nullable R call(CallValues<R> values, @Nullable InstanceState caller) {
        enter(caller);
        BorrowScope.Task scope = null;
        try {
            if (prepared.needsBorrowScope()) {
                scope = new BorrowScope.Task();
                cx.borrowScope(scope);
            }
            long[] flat;
            long handles = state.handles().mark();
            try {
                flat = values.lowerParams(cx);
            } catch (IllegalArgumentException | IllegalStateException e) {
                // A value that does not fit. The guest has not been called, so nothing is wrong with it; what the
                // values
                // before it would have given it was never its own. (Lowering removes no handles, and realloc cannot.)
                state.handles().undoTo(handles);
                cx.takeBack();
                state.leaveTo(caller);
                throw e;
            } catch (Throwable thrown) {
                // The guest's own allocator was called for the arguments.
                throw trapped(thrown, caller);
            }
            try {
                R result = run(values, flat, scope);
                leave(caller);
                return result;
            } catch (Throwable thrown) {
                throw trapped(thrown, caller);
            }
        } finally {
            if (scope != null) {
                scope.end();
                cx.borrowScope(null);
            }
        }
    }

    private <R> @Nullable R run(CallValues<R> values, long[] flat, BorrowScope.@Nullable Task scope) {
        long[] results = callCore(flat);
        values.liftResult(cx, results);
        if (scope != null) {
            scope.requireDropped();
        }
        R result = values.giveResult();
        postReturn(results);
        return result;
    }

    long[] callCore(long[] flat) {
        return callee.call(flat);
    }

    /** Lets the guest free what the results stand in. */
    void postReturn(long[] results) {
        if (postReturn != null) {
            state.mayLeave(false);
            postReturn.call(results);
            state.mayLeave(true);
        }
    }

    /** Enters the instance, or throws because it may not be entered. */
    void enter(@Nullable InstanceState caller) {
        if (caller != null && state.isRelatedTo(caller)) {
            throw new TrapException(
                    name + ": expected a caller outside the instance and not around it, found a parent or child");
        }
        state.requireEnterable(caller, name);
        state.enterFrom(caller);
    }

    /**
     * Leaves the instance after a call that returned.
     *
     * @throws TrapException if its time was over before; the instance is not left then
     */
    void leave(@Nullable InstanceState caller) {
        state.entrance().requireGoingOn();
        state.leaveTo(caller);
    }

    /** {@link #leave} to Java, where nobody else makes a trap of what it throws. */
    void leaveInTime() {
        try {
            leave(null);
        } catch (TrapException late) {
            throw trapped(late, null);
        }
    }

    /** Poisons the instance because of what left a call of its code. */
    TrapException trapped(Throwable thrown, @Nullable InstanceState caller) {
        return state.trapped(thrown, caller == null ? name : null);
    }

    private static final class JavaValues implements CallValues<Object> {

        private final PreparedLift prepared;
        private final Object[] args;
        private @Nullable Object result;

        JavaValues(PreparedLift prepared, Object[] args) {
            this.prepared = prepared;
            this.args = args;
        }

        @Override
        public long[] lowerParams(LiftLowerContext callee) {
            callee.beginArguments();
            long[] flat = prepared.lowerParams(callee, args);
            callee.endArguments();
            return flat;
        }

        @Override
        public void liftResult(LiftLowerContext callee, long[] flatResults) {
            result = prepared.liftResult(callee, flatResults);
        }

        @Override
        public @Nullable Object giveResult() {
            return result;
        }
    }
}
