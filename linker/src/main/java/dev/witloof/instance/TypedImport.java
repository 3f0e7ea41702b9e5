package dev.witloof.instance;

import dev.witloof.abi.LiftLowerContext;
import dev.witloof.abi.PreparedLower;
import dev.witloof.core.CoreFunction;
import dev.witloof.host.ImportedFunction;
import dev.witloof.host.IncomingCall;
import dev.witloof.state.BorrowScope;
import dev.witloof.state.InstanceState;

/** What guest code calls when it calls an import that a Java interface serves: a lowered function with Java's types. */
final class TypedImport implements CoreFunction.HostCode {

    private final ImportedFunction code;
    private final Object implementation;
    private final IncomingCall in;
    private final LiftLowerContext cx;
    private final InstanceState state;
    private final boolean needsBorrowScope;
    private final ImportTraps traps;

    TypedImport(PreparedLower prepared, TypedHostFunction function, LiftLowerContext cx) {
        this.code = function.code();
        this.implementation = function.implementation();
        this.cx = cx;
        this.state = cx.instance();
        this.needsBorrowScope = prepared.needsBorrowScope();
        this.traps = new ImportTraps(function.call(), function.servedBy());
        this.in = code.incoming(prepared, cx, function.call().toString(), function.servedBy());
    }

    @Override
    public long[] call(long[] flat) {
        state.requireMayLeave();
        return needsBorrowScope ? callLending(flat) : callPlainly(flat);
    }

    private long[] callPlainly(long[] flat) {
        try {
            return code.call(implementation, in, flat);
        } catch (RuntimeException e) {
            throw traps.inImport(e);
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
}
