package dev.witloof.abi;

import dev.witloof.error.TrapException;
import dev.witloof.layout.Alignment;
import dev.witloof.layout.ElementSize;
import dev.witloof.layout.Flattening;
import dev.witloof.layout.TypePredicates;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.FuncType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.ValType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code canon lower} does with the values of one function: a guest calls, the host answers. Prepared once, used by
 * all instances and threads.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#canon-lower">CanonicalABI: canon lower</a>
 */
public final class PreparedLower {

    private static final long[] NOTHING = {};

    private final FuncType type;
    private final LiftLowerOptions options;
    private final CoreExternType.Func coreType;
    private final LiftedValues params;
    private final @Nullable FlatLowerer lowerer;
    private final @Nullable Storer storer;
    private final int resultPointer;
    private final int resultAlignment;
    private final long resultSize;
    private final int flatResultCount;
    private final boolean needsMemory;
    private final boolean needsRealloc;
    private final boolean needsBorrowScope;
    /** The callee of the last transfer: in nearly all instances it is the same one. */
    private volatile @Nullable Transfers transfers;

    private record Transfers(PreparedLift callee, Optional<PreparedTransfer> transfer) {}

    private PreparedLower(FuncType type, LiftLowerOptions options) {
        List<ValType> paramTypes =
                type.params().stream().map(LabelledType::type).toList();
        List<ValType> resultTypes = type.result().stream().toList();
        this.type = type;
        this.options = options;
        this.coreType = Flattening.flattenFuncType(type, Flattening.Side.LOWER);
        this.params = LiftedValues.of(paramTypes, Flattening.MAX_FLAT_PARAMS, options);
        int flattened =
                Flattening.flatten(resultTypes, Flattening.MAX_FLAT_RESULTS + 1).size();
        boolean spilled = flattened > Flattening.MAX_FLAT_RESULTS;
        this.flatResultCount = spilled ? 0 : flattened;
        this.lowerer = spilled
                ? null
                : type.result().map(t -> FlatLowering.of(t, options)).orElse(null);
        this.storer = spilled ? type.result().map(t -> Storing.of(t, options)).orElse(null) : null;
        this.resultPointer = coreType.params().size() - 1;
        this.resultAlignment = Alignment.ofFields(resultTypes);
        this.resultSize = ElementSize.ofFields(resultTypes);
        this.needsRealloc = resultTypes.stream().anyMatch(TypePredicates::containsPointer);
        this.needsMemory = needsRealloc
                || spilled
                || params.isSpilled()
                || paramTypes.stream().anyMatch(TypePredicates::containsPointer);
        this.needsBorrowScope = paramTypes.stream().anyMatch(TypePredicates::containsBorrow);
    }

    /**
     * Prepares a function.
     *
     * @throws UnsupportedOperationException if one of its types needs the asynchronous part of the ABI
     */
    public static PreparedLower of(FuncType type, LiftLowerOptions options) {
        return new PreparedLower(type, options);
    }

    FuncType type() {
        return type;
    }

    LiftLowerOptions options() {
        return options;
    }

    /** How values go to a guest's function without becoming Java values; empty where they must become some. */
    public Optional<PreparedTransfer> transferTo(PreparedLift callee) {
        Transfers last = transfers;
        if (last == null || last.callee() != callee) {
            last = new Transfers(callee, PreparedTransfer.of(this, callee));
            transfers = last;
        }
        return last.transfer();
    }

    /** The type of the core function that the guest imports. */
    public CoreExternType.Func coreType() {
        return coreType;
    }

    /** Whether the context must have a memory. */
    public boolean needsMemory() {
        return needsMemory;
    }

    /** Whether the context must have a {@code realloc}. */
    public boolean needsRealloc() {
        return needsRealloc;
    }

    /**
     * Whether the context must be given a {@link dev.witloof.state.BorrowScope.Subtask} before
     * {@link #liftParams lifting}, to be ended after the call.
     */
    public boolean needsBorrowScope() {
        return needsBorrowScope;
    }

    /**
     * The arguments of a call.
     *
     * @param flatArgs what the guest passed
     * @throws TrapException if they are no values of the types
     */
    public Object[] liftParams(LiftLowerContext cx, long[] flatArgs) {
        return params.lift(cx, flatArgs);
    }

    /**
     * The core results of a call.
     *
     * @param result what the host returned; {@code null} where the function has no result
     * @param flatArgs what the guest passed, of which the last may say where the result is to be stored
     * @throws IllegalArgumentException if the result does not fit the type
     * @throws TrapException if the result is to be stored where it has no place
     */
    public long[] lowerResult(LiftLowerContext cx, @Nullable Object result, long[] flatArgs) {
        try {
            if (lowerer != null) {
                long[] flat = new long[flatResultCount];
                lowerer.lower(cx, result, flat, 0);
                return flat;
            }
            if (storer != null) {
                storer.store(cx, result, requireResult(cx, flatArgs));
            } else if (result != null) {
                throw new UnfitValueException("expected none, found " + UnfitValueException.describe(result));
            }
            return NOTHING;
        } catch (UnfitValueException e) {
            throw e.in("result");
        }
    }

    /** Where the result is to be stored, if it travels in memory. */
    int requireResult(LiftLowerContext cx, long[] flatArgs) {
        int at = (int) flatArgs[resultPointer];
        cx.requireRange("result", at, resultAlignment, resultSize);
        return at;
    }
}
