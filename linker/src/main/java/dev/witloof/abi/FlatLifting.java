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

    private FlatLifting(LiftLowerOptions options) {
        this.options = options;
    }

    /**
     * Prepares for a type.
     *
     * @throws UnsupportedOperationException if the type needs the asynchronous part of the ABI
     */
    public static FlatLifter of(ValType type, LiftLowerOptions options) {
        return new FlatLifting(options).prepare(type);
    }

    private FlatLifter prepare(ValType type) {
        return type.accept(this);
    }

    @Override
    public FlatLifter primitive(PrimitiveType type) {
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
        return RangeLoader.flat(ListLoading.of(type.element(), element -> Loading.of(element, options)));
    }

    @Override
    public FlatLifter fixedLengthList(FixedLengthListType type) {
        return FixedLengthLists.lifter(type, this::prepare);
    }

    @Override
    public FlatLifter record(RecordType type) {
        Fields fields = new Fields.OfRecord(
                type.fields().stream().map(LabelledType::label).toList());
        return Records.lifter(fields, Despecialization.fields(type), this::prepare);
    }

    @Override
    public FlatLifter tuple(TupleType type) {
        return Records.lifter(new Fields.OfTuple(type.elements().size()), type.elements(), this::prepare);
    }

    @Override
    public FlatLifter variant(VariantType type) {
        Cases cases = new Cases.OfVariant(
                type.cases().stream().map(VariantType.Case::label).toList());
        return Variants.lifter(cases, Despecialization.cases(type), this::prepare);
    }

    @Override
    public FlatLifter enumeration(EnumType type) {
        return I32Lifter.flat(new Enums(type.labels())::lift);
    }

    @Override
    public FlatLifter flags(FlagsType type) {
        return I32Lifter.flat(new Flags(type.labels())::lift);
    }

    @Override
    public FlatLifter option(OptionType type) {
        Cases cases = new Cases.OfOption(type.some() instanceof OptionType);
        return Variants.lifter(cases, Despecialization.cases(type), this::prepare);
    }

    @Override
    public FlatLifter result(ResultType type) {
        return Variants.lifter(new Cases.OfResult(), Despecialization.cases(type), this::prepare);
    }

    @Override
    public FlatLifter map(MapType type) {
        return RangeLoader.flat(ListLoading.ofMap(type, element -> Loading.of(element, options)));
    }

    @Override
    public FlatLifter own(OwnType type) {
        return I32Lifter.flat(new Handles(options.resource(type.resource()))::liftOwn);
    }

    @Override
    public FlatLifter borrow(BorrowType type) {
        return I32Lifter.flat(new Handles(options.resource(type.resource()))::liftBorrow);
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
