package dev.witloof.abi;

import dev.witloof.layout.Despecialization;
import dev.witloof.layout.TypePredicates;
import dev.witloof.type.BorrowType;
import dev.witloof.type.EnumType;
import dev.witloof.type.FixedLengthListType;
import dev.witloof.type.FlagsType;
import dev.witloof.type.FutureType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.ListType;
import dev.witloof.type.MapType;
import dev.witloof.type.OptionType;
import dev.witloof.type.OwnType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.RecordType;
import dev.witloof.type.ResultType;
import dev.witloof.type.StreamType;
import dev.witloof.type.TupleType;
import dev.witloof.type.ValType;
import dev.witloof.type.VariantType;

/**
 * Prepares how values of a type are lifted from core values. Not for types that flatten to more core values than a
 * function can have: those travel in memory.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#flat-lifting">CanonicalABI: flat lifting</a>
 */
public final class FlatLifting implements ValType.Visitor<FlatLifter> {

    private final LiftLowerOptions options;
    private final View view;

    private FlatLifting(LiftLowerOptions options, View view) {
        this.options = options;
        this.view = view;
    }

    /**
     * Prepares for a type.
     *
     * @param view how values of the type look in Java
     * @throws UnsupportedOperationException if the type needs the asynchronous part of the ABI
     */
    public static FlatLifter of(ValType type, View view, LiftLowerOptions options) {
        return type.accept(new FlatLifting(options, view));
    }

    /** Prepares for a type whose values are untyped. */
    static FlatLifter of(ValType type, LiftLowerOptions options) {
        return of(type, View.UNTYPED, options);
    }

    private FlatLifter part(ValType type, int place) {
        return of(type, view.part(place), options);
    }

    /** An element of a list or map stands in memory. */
    private Loader element(ValType type, int place) {
        return Loading.of(type, view.part(place), options);
    }

    @Override
    public FlatLifter primitive(PrimitiveType type) {
        return switch (view.carrier()) {
            case USUAL -> usual(type);
            case RAW_BITS -> usual(Primitives.signed(type));
            case BIG_INTEGER -> {
                FlatLifter number = usual(type);
                yield (cx, flat, at) -> Primitives.unsigned((long) number.lift(cx, flat, at));
            }
        };
    }

    private FlatLifter usual(PrimitiveType type) {
        return switch (type) {
            case BOOL -> (cx, flat, at) -> (int) flat[at] != 0;
            case S8 -> (cx, flat, at) -> (byte) flat[at];
            case U8 -> (cx, flat, at) -> (int) flat[at] & 0xFF;
            case S16 -> (cx, flat, at) -> (short) flat[at];
            case U16 -> (cx, flat, at) -> (int) flat[at] & 0xFFFF;
            case S32 -> (cx, flat, at) -> (int) flat[at];
            case U32 -> (cx, flat, at) -> flat[at] & 0xFFFF_FFFFL;
            case S64, U64 -> (cx, flat, at) -> flat[at];
            case F32 -> (cx, flat, at) -> Primitives.liftF32((int) flat[at]);
            case F64 -> (cx, flat, at) -> Primitives.liftF64(flat[at]);
            case CHAR -> (cx, flat, at) -> Primitives.liftChar((int) flat[at]);
            case STRING -> RangeLoader.flat(StringLoading.of(options.encoding()));
            case ERROR_CONTEXT -> throw TypePredicates.asynchronous(type);
        };
    }

    @Override
    public FlatLifter list(ListType type) {
        return RangeLoader.flat(ListLoading.of(type.element(), view, this::element));
    }

    @Override
    public FlatLifter fixedLengthList(FixedLengthListType type) {
        return FixedLengthLists.lifter(type, view.list(false), this::part);
    }

    @Override
    public FlatLifter record(RecordType type) {
        Fields fields =
                view.record(type.fields().stream().map(LabelledType::label).toList());
        return Records.lifter(fields, Despecialization.fields(type), this::part);
    }

    @Override
    public FlatLifter tuple(TupleType type) {
        return Records.lifter(view.tuple(type.elements().size()), type.elements(), this::part);
    }

    @Override
    public FlatLifter variant(VariantType type) {
        Cases cases =
                view.variant(type.cases().stream().map(VariantType.Case::label).toList());
        return Variants.lifter(cases, Despecialization.cases(type), this::part);
    }

    @Override
    public FlatLifter enumeration(EnumType type) {
        return I32Lifter.flat(I32Lifter.of(view.enumeration(type.labels())));
    }

    @Override
    public FlatLifter flags(FlagsType type) {
        return I32Lifter.flat(I32Lifter.of(view.flags(type.labels())));
    }

    @Override
    public FlatLifter option(OptionType type) {
        Cases cases = view.option(type.some() instanceof OptionType);
        return Variants.lifter(cases, Despecialization.cases(type), this::part);
    }

    @Override
    public FlatLifter result(ResultType type) {
        return Variants.lifter(view.result(), Despecialization.cases(type), this::part);
    }

    @Override
    public FlatLifter map(MapType type) {
        return RangeLoader.flat(ListLoading.ofMap(type, this::element));
    }

    @Override
    public FlatLifter own(OwnType type) {
        return I32Lifter.flat(new Handles(options.resource(type.resource()), view.handle())::liftOwn);
    }

    @Override
    public FlatLifter borrow(BorrowType type) {
        return I32Lifter.flat(new Handles(options.resource(type.resource()), view.handle())::liftBorrow);
    }

    @Override
    public FlatLifter stream(StreamType type) {
        throw TypePredicates.asynchronous(type);
    }

    @Override
    public FlatLifter future(FutureType type) {
        throw TypePredicates.asynchronous(type);
    }
}
