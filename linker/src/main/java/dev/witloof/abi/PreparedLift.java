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
import org.jspecify.annotations.Nullable;

/**
 * What {@code canon lift} does with the values of one function: the host calls, a guest answers. Prepared once, used by
 * all instances and threads.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#canon-lift">CanonicalABI: canon lift</a>
 */
public final class PreparedLift {

    private static final long[] NOTHING = {};

    private final FuncType type;
    private final LiftLowerOptions options;
    private final CoreExternType.Func coreType;
    private final List<String> names;
    private final boolean spilledParams;
    private final FlatLowerer[] lowerers;
    private final Storer[] storers;
    private final int[] offsets;
    private final int flatCount;
    private final int alignment;
    private final long size;
    private final @Nullable LiftedValues result;
    private final boolean needsMemory;
    private final boolean needsRealloc;
    private final boolean needsBorrowScope;

    private PreparedLift(FuncType type, LiftLowerOptions options) {
        List<ValType> params = type.params().stream().map(LabelledType::type).toList();
        this.type = type;
        this.options = options;
        this.coreType = Flattening.flattenFuncType(type, Flattening.Side.LIFT);
        this.names = type.params().stream().map(LabelledType::label).toList();
        int flattened =
                Flattening.flatten(params, Flattening.MAX_FLAT_PARAMS + 1).size();
        this.spilledParams = flattened > Flattening.MAX_FLAT_PARAMS;
        this.flatCount = flattened;
        this.lowerers = spilledParams
                ? new FlatLowerer[0]
                : params.stream().map(t -> FlatLowering.of(t, options)).toArray(FlatLowerer[]::new);
        this.storers =
                spilledParams ? params.stream().map(t -> Storing.of(t, options)).toArray(Storer[]::new) : new Storer[0];
        this.offsets = spilledParams ? Records.offsets(params) : Records.flatOffsets(params);
        this.alignment = Alignment.ofFields(params);
        this.size = ElementSize.ofFields(params);
        this.result = type.result()
                .map(t -> LiftedValues.of(List.of(t), Flattening.MAX_FLAT_RESULTS, options))
                .orElse(null);
        this.needsRealloc = spilledParams || params.stream().anyMatch(TypePredicates::containsPointer);
        this.needsMemory = needsRealloc
                || result != null && result.isSpilled()
                || type.result().map(TypePredicates::containsPointer).orElse(false);
        this.needsBorrowScope = params.stream().anyMatch(TypePredicates::containsBorrow);
    }

    /**
     * Prepares a function.
     *
     * @throws UnsupportedOperationException if one of its types needs the asynchronous part of the ABI
     */
    public static PreparedLift of(FuncType type, LiftLowerOptions options) {
        return new PreparedLift(type, options);
    }

    FuncType type() {
        return type;
    }

    LiftLowerOptions options() {
        return options;
    }

    /** The type that the core function must have. */
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
     * Whether the context must be given a {@link dev.witloof.state.BorrowScope.Task} before
     * {@link #lowerParams lowering}, to be ended after the call.
     */
    public boolean needsBorrowScope() {
        return needsBorrowScope;
    }

    /**
     * The core arguments of a call.
     *
     * @throws IllegalArgumentException if there are too many or too few, or one does not fit; those before it are in the
     *     guest already, and handles that they own are no longer Java's
     */
    public long[] lowerParams(LiftLowerContext cx, @Nullable Object[] args) {
        if (args.length != names.size()) {
            throw new IllegalArgumentException("arguments: expected " + names.size() + ", found " + args.length);
        }
        if (spilledParams) {
            return new long[] {storeParams(cx, args) & 0xFFFF_FFFFL};
        }
        if (flatCount == 0) {
            return NOTHING;
        }
        long[] flat = new long[flatCount];
        int i = 0;
        try {
            for (; i < lowerers.length; i++) {
                lowerers[i].lower(cx, args[i], flat, offsets[i]);
            }
        } catch (UnfitValueException e) {
            throw e.in(argument(i));
        }
        return flat;
    }

    /** A block for the arguments, where they travel in memory. */
    int allocateParams(LiftLowerContext cx) {
        if (size > ListLoading.MAX_LIST_BYTE_LENGTH) {
            throw new IllegalArgumentException(
                    "arguments: expected at most " + ListLoading.MAX_LIST_BYTE_LENGTH + " bytes, found " + size);
        }
        return cx.allocate(alignment, (int) size);
    }

    private int storeParams(LiftLowerContext cx, @Nullable Object[] args) {
        int at = allocateParams(cx);
        int i = 0;
        try {
            for (; i < storers.length; i++) {
                storers[i].store(cx, args[i], at + offsets[i]);
            }
        } catch (UnfitValueException e) {
            throw e.in(argument(i));
        }
        return at;
    }

    private String argument(int place) {
        return "argument \"" + names.get(place) + "\"";
    }

    /**
     * The result of a call; {@code null} where the function has none.
     *
     * @param flatResults what the core function returned
     * @throws TrapException if that is no value of the type
     */
    public @Nullable Object liftResult(LiftLowerContext cx, long[] flatResults) {
        return result == null ? null : result.liftOne(cx, flatResults);
    }
}
