package dev.witloof.instance;

import dev.witloof.abi.LiftLowerContext;
import dev.witloof.abi.PreparedLower;
import dev.witloof.core.CoreFunction;
import dev.witloof.state.BorrowScope;
import dev.witloof.state.InstanceState;
import org.jspecify.annotations.Nullable;

/**
 * A component function lowered to a core function: what guest code calls when it calls an import. The same class serves
 * named and unnamed imports, and functions of Java and of other instances.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#canon-lower">CanonicalABI: canon lower</a>
 */
final class LoweredFunction implements CoreFunction.HostCode {

    private final PreparedLower prepared;
    private final FunctionInstance callee;
    private final LiftLowerContext cx;
    private final InstanceState state;
    /** How it is called where values need not become Java values; {@code null} where they must. */
    private final @Nullable GuestCall guestCall;

    LoweredFunction(PreparedLower prepared, FunctionInstance callee, LiftLowerContext cx, Store store) {
        this.prepared = prepared;
        this.callee = callee;
        this.cx = cx;
        this.state = cx.instance();
        this.guestCall = GuestCall.of(prepared, callee, cx, store);
    }

    @Override
    public long[] call(long[] flat) {
        state.requireMayLeave();
        return prepared.needsBorrowScope() ? callLending(flat) : callPlainly(flat);
    }

    private long[] callPlainly(long[] flat) {
        try {
            if (guestCall != null) {
                return guestCall.call(flat);
            }
            Object[] args = prepared.liftParams(cx, flat);
            return prepared.lowerResult(cx, callee.call(args, state), flat);
        } catch (RuntimeException e) {
            throw inImport(e);
        }
    }

    private long[] callLending(long[] flat) {
        BorrowScope.Subtask scope = new BorrowScope.Subtask();
        cx.borrowScope(scope);
        try {
            return callPlainly(flat);
        } finally {
            scope.end();
            cx.borrowScope(null);
        }
    }

    /** The same error, with the import that was on the way where that is known and not yet said. */
    private RuntimeException inImport(RuntimeException e) {
        if (callee instanceof MemberFunction member) {
            return member.inImport(e);
        }
        FunctionInstance called = callee instanceof WrappedFunction wrapped ? wrapped.outer() : callee;
        return called instanceof HostFunctionInstance host
                ? new ImportTraps(host.call(), host.servedBy()).inImport(e)
                : e;
    }
}
