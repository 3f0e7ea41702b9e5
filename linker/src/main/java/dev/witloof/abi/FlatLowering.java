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
 * Prepares how values of a type are lowered to core values. Not for types that flatten to more core values than a
 * function can have: those travel in memory.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#flat-lowering">CanonicalABI: flat lowering</a>
 */
public final class FlatLowering implements ValType.Visitor<FlatLowerer> {

    private final LiftLowerOptions options;

    private FlatLowering(LiftLowerOptions options) {
        this.options = options;
    }

    /**
     * Prepares for a type.
     *
     * @throws UnsupportedOperationException if the type needs the asynchronous part of the ABI
     */
    public static FlatLowerer of(ValType type, LiftLowerOptions options) {
        return new FlatLowering(options).prepare(type);
    }

    private FlatLowerer prepare(ValType type) {
        return type.accept(this);
    }

    @Override
    public FlatLowerer primitive(PrimitiveType type) {
        return switch (type) {
            case BOOL -> (cx, value, flat, at) -> flat[at] = Primitives.bool(value);
            case S8 -> (cx, value, flat, at) -> flat[at] = Primitives.s8(value) & 0xFFFF_FFFFL;
            case U8 -> (cx, value, flat, at) -> flat[at] = Primitives.u8(value);
            case S16 -> (cx, value, flat, at) -> flat[at] = Primitives.s16(value) & 0xFFFF_FFFFL;
            case U16 -> (cx, value, flat, at) -> flat[at] = Primitives.u16(value);
            case S32 -> (cx, value, flat, at) -> flat[at] = Primitives.s32(value) & 0xFFFF_FFFFL;
            case U32 -> (cx, value, flat, at) -> flat[at] = Primitives.u32(value) & 0xFFFF_FFFFL;
            case S64 -> (cx, value, flat, at) -> flat[at] = Primitives.s64(value);
            case U64 -> (cx, value, flat, at) -> flat[at] = Primitives.u64(value);
            case F32 -> (cx, value, flat, at) -> flat[at] = Primitives.f32(value) & 0xFFFF_FFFFL;
            case F64 -> (cx, value, flat, at) -> flat[at] = Primitives.f64(value);
            case CHAR -> (cx, value, flat, at) -> flat[at] = Primitives.charBits(value);
            case STRING -> RangeStorer.flat(StringStoring.of(options));
            case ERROR_CONTEXT -> throw TypePredicates.asynchronous(type);
        };
    }

    @Override
    public FlatLowerer list(ListType type) {
        return RangeStorer.flat(ListStoring.of(type.element(), element -> Storing.of(element, options)));
    }

    @Override
    public FlatLowerer fixedLengthList(FixedLengthListType type) {
        return FixedLengthLists.lowerer(type, this::prepare);
    }

    @Override
    public FlatLowerer record(RecordType type) {
        Fields fields = new Fields.OfRecord(
                type.fields().stream().map(LabelledType::label).toList());
        return Records.lowerer(fields, Despecialization.fields(type), this::prepare);
    }

    @Override
    public FlatLowerer tuple(TupleType type) {
        return Records.lowerer(new Fields.OfTuple(type.elements().size()), type.elements(), this::prepare);
    }

    @Override
    public FlatLowerer variant(VariantType type) {
        Cases cases = new Cases.OfVariant(
                type.cases().stream().map(VariantType.Case::label).toList());
        return Variants.lowerer(cases, Despecialization.cases(type), this::prepare);
    }

    @Override
    public FlatLowerer enumeration(EnumType type) {
        return I32Lowerer.flat(new Enums(type.labels())::lower);
    }

    @Override
    public FlatLowerer flags(FlagsType type) {
        return I32Lowerer.flat(new Flags(type.labels())::lower);
    }

    @Override
    public FlatLowerer option(OptionType type) {
        Cases cases = new Cases.OfOption(type.some() instanceof OptionType);
        return Variants.lowerer(cases, Despecialization.cases(type), this::prepare);
    }

    @Override
    public FlatLowerer result(ResultType type) {
        return Variants.lowerer(new Cases.OfResult(), Despecialization.cases(type), this::prepare);
    }

    @Override
    public FlatLowerer map(MapType type) {
        return RangeStorer.flat(ListStoring.ofMap(type, element -> Storing.of(element, options)));
    }

    @Override
    public FlatLowerer own(OwnType type) {
        return I32Lowerer.flat(new Handles(options.resource(type.resource()))::lowerOwn);
    }

    @Override
    public FlatLowerer borrow(BorrowType type) {
        return I32Lowerer.flat(new Handles(options.resource(type.resource()))::lowerBorrow);
    }

    @Override
    public FlatLowerer stream(StreamType type) {
        throw TypePredicates.asynchronous(type);
    }

    @Override
    public FlatLowerer future(FutureType type) {
        throw TypePredicates.asynchronous(type);
    }
}
