package dev.witloof.instance;

import dev.witloof.abi.Scalar;
import dev.witloof.abi.TypedLift;
import dev.witloof.host.ExportedFunction;
import dev.witloof.host.ExportedSignature;
import dev.witloof.host.OutgoingCall;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** A function of a guest's own, to be called with Java's types. */
final class LiftedExport extends ExportedFunction {

    final LiftedFunction function;
    final Store store;
    final TypedLift typed;
    final @Nullable Scalar[] params;
    final @Nullable Scalar result;
    final boolean isEither;
    final boolean needsBorrowScope;
    private final @Nullable MethodHandle direct;

    LiftedExport(LiftedFunction function, Store store, ExportedSignature signature) {
        this.function = function;
        this.store = store;
        this.typed = signature.typed(function.prepared());
        this.params = signature.scalars();
        this.result = signature.result();
        this.isEither = signature.isEither();
        this.needsBorrowScope = function.prepared().needsBorrowScope();
        boolean isDirect = function.isDirect() && signature.isScalar() && !typed.isSpilled();
        this.direct = isDirect ? function.coreHandle() : null;
    }

    @Override
    public OutgoingCall begin() {
        return new LiftedCall(this);
    }

    @Override
    public @Nullable MethodHandle direct() {
        return direct;
    }

    @Override
    public boolean enter() {
        boolean outermost = store.entrance().enter();
        try {
            function.enter(null);
        } catch (RuntimeException e) {
            store.entrance().leave(outermost);
            throw e;
        }
        return outermost;
    }

    @Override
    public IllegalArgumentException unfit(IllegalArgumentException unfit, int param) {
        return typed.in(unfit, param);
    }

    @Override
    public void leave(boolean outermost) {
        try {
            function.leaveInTime();
        } finally {
            store.entrance().leave(outermost);
        }
    }

    @Override
    public RuntimeException leave(Throwable thrown, boolean outermost) {
        try {
            return function.trapped(thrown, null);
        } finally {
            store.entrance().leave(outermost);
        }
    }
}
