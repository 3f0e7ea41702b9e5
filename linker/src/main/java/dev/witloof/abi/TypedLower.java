package dev.witloof.abi;

import dev.witloof.error.TrapException;
import dev.witloof.layout.Alignment;
import dev.witloof.layout.Despecialization;
import dev.witloof.layout.ElementSize;
import dev.witloof.layout.Flattening;
import dev.witloof.type.FuncType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.ResultType;
import dev.witloof.type.ValType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code canon lower} does with the values of one function where Java's types are known: each parameter is lifted by
 * itself, numbers as bits that nothing boxes, and a result that is {@code result<T, E>} may be given by its case.
 *
 * @see PreparedLower
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#canon-lower">CanonicalABI: canon lower</a>
 */
public final class TypedLower {

    private static final long[] NOTHING = {};

    private final PreparedLower prepared;
    private final boolean spilledParams;
    private final FlatLifter[] lifters;
    private final Loader[] loaders;
    private final int[] offsets;
    private final int alignment;
    private final long size;
    /** The first parameter that is lifted as an object: what all of them take in the heap is counted from there. */
    private final int firstObject;

    private final long heapSize;
    private final @Nullable FlatLowerer lowerer;
    private final @Nullable Storer storer;
    private final int flatResultCount;
    private final @Nullable Storer[] payloads;
    private final int payloadOffset;

    private TypedLower(PreparedLower prepared, FunctionView view) {
        FuncType type = prepared.type();
        LiftLowerOptions options = prepared.options();
        List<ValType> params = type.params().stream().map(LabelledType::type).toList();
        this.prepared = prepared;
        this.spilledParams =
                Flattening.flatten(params, Flattening.MAX_FLAT_PARAMS + 1).size() > Flattening.MAX_FLAT_PARAMS;
        Parts<FlatLifter> flatParts =
                (param, place) -> FlatLifting.of(param, view.params().get(place), options);
        Parts<Loader> parts = (param, place) -> Loading.of(param, view.params().get(place), options);
        this.lifters = spilledParams ? new FlatLifter[0] : flatParts.all(params, FlatLifter[]::new);
        this.loaders = spilledParams ? parts.all(params, Loader[]::new) : new Loader[0];
        this.offsets = spilledParams ? Records.offsets(params) : Records.flatOffsets(params);
        this.alignment = Alignment.ofFields(params);
        this.size = ElementSize.ofFields(params);
        this.firstObject = firstObject(params);
        this.heapSize = params.stream().mapToLong(HeapSize::of).sum();

        List<ValType> results = type.result().stream().toList();
        int flattened =
                Flattening.flatten(results, Flattening.MAX_FLAT_RESULTS + 1).size();
        boolean spilled = flattened > Flattening.MAX_FLAT_RESULTS;
        this.flatResultCount = spilled ? 0 : flattened;
        this.lowerer = spilled
                ? null
                : type.result()
                        .map(t -> FlatLowering.of(t, view.result(), options))
                        .orElse(null);
        this.storer = spilled
                ? type.result().map(t -> Storing.of(t, view.result(), options)).orElse(null)
                : null;
        List<Optional<ValType>> cases =
                type.result().orElse(null) instanceof ResultType result ? Despecialization.cases(result) : List.of();
        Parts<Storer> payloadParts =
                (payload, place) -> Storing.of(payload, view.result().part(place), options);
        this.payloads = payloadParts.payloads(cases, Storer[]::new);
        this.payloadOffset = cases.isEmpty() ? 0 : ElementSize.payloadOffset(cases);
    }

    private static int firstObject(List<ValType> params) {
        int first = 0;
        while (first < params.size()
                && params.get(first) instanceof PrimitiveType primitive
                && primitive != PrimitiveType.STRING) {
            first++;
        }
        return first;
    }

    /** Prepares a function for Java types. */
    public static TypedLower of(PreparedLower prepared, FunctionView view) {
        return new TypedLower(prepared, view);
    }

    /**
     * Where the parameters begin in memory.
     *
     * @throws TrapException if they do not lie within it
     */
    private int params(LiftLowerContext cx, long[] flat) {
        int at = (int) flat[0];
        cx.requireRange("parameters", at, alignment, size);
        return at;
    }

    /** A parameter. Those that are no numbers are lifted in their order, each once. */
    public @Nullable Object lift(LiftLowerContext cx, long[] flat, int param) {
        if (param == firstObject) {
            cx.beginLifting(heapSize);
        }
        return spilledParams
                ? loaders[param].load(cx, params(cx, flat) + offsets[param])
                : lifters[param].lift(cx, flat, offsets[param]);
    }

    /** The bits of a parameter that is a scalar. */
    public long bits(LiftLowerContext cx, long[] flat, int param, Scalar scalar) {
        return spilledParams ? scalar.load(cx.bytes(), params(cx, flat) + offsets[param]) : flat[offsets[param]];
    }

    /** All parameters, boxed. */
    public @Nullable Object[] liftAll(LiftLowerContext cx, long[] flat) {
        @Nullable Object[] values = new Object[offsets.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = lift(cx, flat, i);
        }
        return values;
    }

    /** The core results of a function without result. */
    public long[] lowerNothing() {
        return NOTHING;
    }

    /**
     * The core results.
     *
     * @throws IllegalArgumentException if the result does not fit
     */
    public long[] lower(LiftLowerContext cx, long[] flatArgs, @Nullable Object result) {
        try {
            if (lowerer != null) {
                long[] flat = new long[flatResultCount];
                lowerer.lower(cx, result, flat, 0);
                return flat;
            }
            if (storer != null) {
                storer.store(cx, result, prepared.requireResult(cx, flatArgs));
            }
            return NOTHING;
        } catch (UnfitValueException e) {
            throw e.in("result");
        }
    }

    /** The core results of a function whose result is a scalar. */
    public long[] lowerBits(long bits) {
        return new long[] {bits};
    }

    /**
     * The core results of a function whose result is a {@code result}.
     *
     * @param place 0 for ok, 1 for error
     * @throws IllegalArgumentException if the payload does not fit
     */
    public long[] lowerCase(LiftLowerContext cx, long[] flatArgs, int place, @Nullable Object payload) {
        Storer payloadStorer = payloads[place];
        if (lowerer != null) {
            return new long[] {place};
        }
        int at = prepared.requireResult(cx, flatArgs);
        cx.bytes()[at] = (byte) place;
        if (payloadStorer != null) {
            try {
                payloadStorer.store(cx, payload, at + payloadOffset);
            } catch (UnfitValueException e) {
                throw e.in(place == 0 ? "ok" : "err").in("result");
            }
        }
        return NOTHING;
    }

    /** The same where the payload is a scalar. */
    public long[] lowerCaseBits(LiftLowerContext cx, long[] flatArgs, int place, long bits, Scalar scalar) {
        int at = prepared.requireResult(cx, flatArgs);
        cx.bytes()[at] = (byte) place;
        scalar.store(cx.bytes(), at + payloadOffset, bits);
        return NOTHING;
    }
}
