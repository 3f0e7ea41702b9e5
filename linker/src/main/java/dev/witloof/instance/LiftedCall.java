package dev.witloof.instance;

import dev.witloof.abi.LiftLowerContext;
import dev.witloof.abi.Scalar;
import dev.witloof.abi.ScalarBits;
import dev.witloof.abi.TypedLift;
import dev.witloof.host.OutgoingCall;
import dev.witloof.state.BorrowScope;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One call of a guest's function with Java's types. The instance is entered as long as it is not over. */
final class LiftedCall extends OutgoingCall {

    private final LiftedExport export;
    private final LiftedFunction function;
    private final TypedLift typed;
    private final LiftLowerContext cx;
    private final boolean outermost;
    private final long handles;
    private final BorrowScope.@Nullable Task scope;
    private final long[] flat;
    private boolean isError;
    private long bits;
    private @Nullable Object value;

    LiftedCall(LiftedExport export) {
        this.export = export;
        this.function = export.function;
        this.typed = export.typed;
        this.cx = function.context();
        this.outermost = export.enter();
        this.handles = function.state().handles().mark();
        this.scope = export.needsBorrowScope ? new BorrowScope.Task() : null;
        if (scope != null) {
            cx.borrowScope(scope);
        }
        cx.beginArguments();
        try {
            flat = typed.begin(cx);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw abandoned(e);
        } catch (Throwable thrown) {
            throw trapped(thrown);
        }
    }

    /** Ends the call because a value does not fit: as if it had not begun. */
    private RuntimeException abandoned(RuntimeException unfit) {
        function.state().handles().undoTo(handles);
        cx.takeBack();
        function.state().leaveTo(null);
        end();
        return unfit;
    }

    private RuntimeException trapped(Throwable thrown) {
        try {
            return function.trapped(thrown, null);
        } finally {
            end();
        }
    }

    private void end() {
        if (scope != null) {
            scope.end();
            cx.borrowScope(null);
        }
        export.store.entrance().leave(outermost);
    }

    @Override
    public void put(int param, @Nullable Object argument) {
        try {
            typed.lower(cx, flat, param, argument);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw abandoned(e);
        } catch (Throwable thrown) {
            throw trapped(thrown);
        }
    }

    private void putInteger(int param, long argument) {
        Scalar scalar = export.params[param];
        if (scalar == null) {
            throw abandoned(new IllegalArgumentException(
                    "argument " + param + ": expected an object where WIT has one, found a primitive"));
        }
        long lowered;
        try {
            lowered = scalar.lower(argument);
        } catch (IllegalArgumentException e) {
            throw abandoned(typed.in(e, param));
        }
        typed.lowerBits(cx, flat, param, lowered, scalar);
    }

    @Override
    public void put(int param, boolean argument) {
        putInteger(param, argument ? 1 : 0);
    }

    @Override
    public void put(int param, byte argument) {
        putInteger(param, argument);
    }

    @Override
    public void put(int param, short argument) {
        putInteger(param, argument);
    }

    @Override
    public void put(int param, int argument) {
        putInteger(param, argument);
    }

    @Override
    public void put(int param, long argument) {
        putInteger(param, argument);
    }

    @Override
    public void put(int param, float argument) {
        typed.lowerBits(cx, flat, param, ScalarBits.lowerF32(argument), Scalar.F32);
    }

    @Override
    public void put(int param, double argument) {
        typed.lowerBits(cx, flat, param, ScalarBits.lowerF64(argument), Scalar.F64);
    }

    @Override
    public void run() {
        cx.endArguments();
        try {
            long[] results = function.callCore(flat);
            take(results);
            if (scope != null) {
                scope.requireDropped();
            }
            function.postReturn(results);
            function.leave(null);
        } catch (Throwable thrown) {
            throw trapped(thrown);
        }
        end();
    }

    private void take(long[] results) {
        Scalar scalar = export.result;
        if (export.isEither) {
            int place = typed.liftCase(cx, results);
            isError = place != 0;
            if (isError || scalar == null) {
                value = typed.liftPayload(cx, results, place);
            } else {
                keep(scalar, typed.liftPayloadBits(cx, results, scalar));
            }
        } else if (scalar != null) {
            keep(scalar, results[0]);
        } else {
            value = typed.lift(cx, results);
        }
    }

    private void keep(Scalar scalar, long lifted) {
        // Checked here, where a wrong char is a trap of the guest.
        bits = scalar == Scalar.F32 || scalar == Scalar.F64 ? lifted : scalar.lift(lifted);
    }

    @Override
    public boolean isError() {
        return isError;
    }

    @Override
    @SuppressWarnings("unchecked") // the view of the error was made for the Java type that is asked for
    public <T> T error() {
        return (T) value;
    }

    @Override
    @SuppressWarnings("unchecked") // likewise
    public <T> T result() {
        return export.result == null || isError
                ? (T) value
                : (T) Objects.requireNonNull(export.result).box(bits);
    }

    @Override
    public boolean booleanResult() {
        return bits != 0;
    }

    @Override
    public byte byteResult() {
        return (byte) bits;
    }

    @Override
    public short shortResult() {
        return (short) bits;
    }

    @Override
    public int intResult() {
        return (int) bits;
    }

    @Override
    public long longResult() {
        return bits;
    }

    @Override
    public float floatResult() {
        return ScalarBits.liftF32(bits);
    }

    @Override
    public double doubleResult() {
        return ScalarBits.liftF64(bits);
    }
}
