package dev.witloof.abi;

import dev.witloof.error.TrapException;
import dev.witloof.layout.Alignment;
import dev.witloof.layout.Despecialization;
import dev.witloof.layout.ElementSize;
import dev.witloof.layout.Flattening;
import dev.witloof.type.FuncType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.ResultType;
import dev.witloof.type.ValType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code canon lift} does with the values of one function where Java's types are known: each argument is lowered by
 * itself, numbers as bits that nothing boxes, and a result that is {@code result<T, E>} may be taken by its case.
 *
 * @see PreparedLift
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#canon-lift">CanonicalABI: canon lift</a>
 */
public final class TypedLift {

    private static final long[] NOTHING = {};

    private final PreparedLift prepared;
    private final List<String> names;
    private final boolean spilledParams;
    private final FlatLowerer[] lowerers;
    private final Storer[] storers;
    private final int[] offsets;
    private final int flatCount;
    private final @Nullable LiftedValues result;
    private final @Nullable Loader[] payloads;
    private final long heapSize;
    private final boolean spilledResult;
    private final int payloadOffset;
    private final int resultAlignment;
    private final long resultSize;

    private TypedLift(PreparedLift prepared, FunctionView view) {
        FuncType type = prepared.type();
        LiftLowerOptions options = prepared.options();
        List<ValType> params = type.params().stream().map(LabelledType::type).toList();
        this.prepared = prepared;
        this.names = type.params().stream().map(LabelledType::label).toList();
        int flattened =
                Flattening.flatten(params, Flattening.MAX_FLAT_PARAMS + 1).size();
        this.spilledParams = flattened > Flattening.MAX_FLAT_PARAMS;
        this.flatCount = flattened;
        Parts<FlatLowerer> flatParts =
                (param, place) -> FlatLowering.of(param, view.params().get(place), options);
        Parts<Storer> parts = (param, place) -> Storing.of(param, view.params().get(place), options);
        this.lowerers = spilledParams ? new FlatLowerer[0] : flatParts.all(params, FlatLowerer[]::new);
        this.storers = spilledParams ? parts.all(params, Storer[]::new) : new Storer[0];
        this.offsets = spilledParams ? Records.offsets(params) : Records.flatOffsets(params);

        List<ValType> results = type.result().stream().toList();
        this.result = type.result()
                .map(t -> LiftedValues.of(t, view.result(), options))
                .orElse(null);
        this.spilledResult = result != null && result.isSpilled();
        this.resultAlignment = Alignment.ofFields(results);
        this.resultSize = ElementSize.ofFields(results);
        List<Optional<ValType>> cases =
                type.result().orElse(null) instanceof ResultType either ? Despecialization.cases(either) : List.of();
        Parts<Loader> payloadParts =
                (payload, place) -> Loading.of(payload, view.result().part(place), options);
        this.payloads = payloadParts.payloads(cases, Loader[]::new);
        this.payloadOffset = cases.isEmpty() ? 0 : ElementSize.payloadOffset(cases);
        this.heapSize = type.result().map(HeapSize::of).orElse(0L);
    }

    /** Prepares a function for Java types. */
    public static TypedLift of(PreparedLift prepared, FunctionView view) {
        return new TypedLift(prepared, view);
    }

    /** Whether the arguments travel in memory. */
    public boolean isSpilled() {
        return spilledParams;
    }

    /**
     * Room for the arguments of one call: the core values, or where they travel in memory the address of a new block.
     *
     * @throws TrapException if the guest cannot give the block
     */
    public long[] begin(LiftLowerContext cx) {
        if (spilledParams) {
            return new long[] {prepared.allocateParams(cx) & 0xFFFF_FFFFL};
        }
        return flatCount == 0 ? NOTHING : new long[flatCount];
    }

    /**
     * Lowers an argument.
     *
     * @param flat what {@link #begin} gave
     * @throws IllegalArgumentException if it does not fit
     */
    public void lower(LiftLowerContext cx, long[] flat, int param, @Nullable Object value) {
        try {
            if (spilledParams) {
                storers[param].store(cx, value, (int) flat[0] + offsets[param]);
            } else {
                lowerers[param].lower(cx, value, flat, offsets[param]);
            }
        } catch (UnfitValueException e) {
            throw in(e, param);
        }
    }

    /** Lowers an argument that is a scalar. */
    public void lowerBits(LiftLowerContext cx, long[] flat, int param, long bits, Scalar scalar) {
        if (spilledParams) {
            scalar.store(cx.bytes(), (int) flat[0] + offsets[param], bits);
        } else {
            flat[offsets[param]] = bits;
        }
    }

    /** The same exception with the argument that it is about, if it is of a value that does not fit. */
    public IllegalArgumentException in(IllegalArgumentException unfit, int param) {
        return unfit instanceof UnfitValueException value ? value.in("argument \"" + names.get(param) + "\"") : unfit;
    }

    /**
     * The result; {@code null} where there is none.
     *
     * @throws TrapException if the guest returned no value of its type
     */
    public @Nullable Object lift(LiftLowerContext cx, long[] flatResults) {
        return result == null ? null : result.liftOne(cx, flatResults);
    }

    /** The case of a result that is a {@code result}: 0 for ok, 1 for error. */
    public int liftCase(LiftLowerContext cx, long[] flatResults) {
        int place = (int) flatResults[0];
        if (spilledResult) {
            cx.requireRange("result", place, resultAlignment, resultSize);
            place = cx.bytes()[place] & 0xFF;
        }
        return Variants.require("result", place, payloads.length);
    }

    /** What the case carries; {@code null} for nothing. */
    public @Nullable Object liftPayload(LiftLowerContext cx, long[] flatResults, int place) {
        Loader payload = payloads[place];
        if (payload == null) {
            return null;
        }
        cx.beginLifting(heapSize);
        return payload.load(cx, (int) flatResults[0] + payloadOffset);
    }

    /** The bits of what the case carries, if that is a scalar. */
    public long liftPayloadBits(LiftLowerContext cx, long[] flatResults, Scalar scalar) {
        return scalar.load(cx.bytes(), (int) flatResults[0] + payloadOffset);
    }
}
