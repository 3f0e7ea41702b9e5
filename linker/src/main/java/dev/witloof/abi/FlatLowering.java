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
    private final View view;

    private FlatLowering(LiftLowerOptions options, View view) {
        this.options = options;
        this.view = view;
    }

    /**
     * Prepares for a type.
     *
     * @param view how values of the type look in Java
     * @throws UnsupportedOperationException if the type needs the asynchronous part of the ABI
     */
    public static FlatLowerer of(ValType type, View view, LiftLowerOptions options) {
        return type.accept(new FlatLowering(options, view));
    }

    /** Prepares for a type whose values are untyped. */
    static FlatLowerer of(ValType type, LiftLowerOptions options) {
        return of(type, View.UNTYPED, options);
    }

    private FlatLowerer part(ValType type, int place) {
        return of(type, view.part(place), options);
    }

    /** An element of a list or map stands in memory. */
    private Storer element(ValType type, int place) {
        return Storing.of(type, view.part(place), options);
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
        return RangeStorer.flat(ListStoring.of(type.element(), this::element));
    }

    @Override
    public FlatLowerer fixedLengthList(FixedLengthListType type) {
        return FixedLengthLists.lowerer(type, this::part);
    }

    @Override
    public FlatLowerer record(RecordType type) {
        Fields fields =
                view.record(type.fields().stream().map(LabelledType::label).toList());
        return Records.lowerer(fields, Despecialization.fields(type), this::part);
    }

    @Override
    public FlatLowerer tuple(TupleType type) {
        return Records.lowerer(view.tuple(type.elements().size()), type.elements(), this::part);
    }

    @Override
    public FlatLowerer variant(VariantType type) {
        Cases cases =
                view.variant(type.cases().stream().map(VariantType.Case::label).toList());
        return Variants.lowerer(cases, Despecialization.cases(type), this::part);
    }

    @Override
    public FlatLowerer enumeration(EnumType type) {
        return I32Lowerer.flat(I32Lowerer.of(view.enumeration(type.labels())));
    }

    @Override
    public FlatLowerer flags(FlagsType type) {
        return I32Lowerer.flat(I32Lowerer.of(view.flags(type.labels())));
    }

    @Override
    public FlatLowerer option(OptionType type) {
        Cases cases = view.option(type.some() instanceof OptionType);
        return Variants.lowerer(cases, Despecialization.cases(type), this::part);
    }

    @Override
    public FlatLowerer result(ResultType type) {
        return Variants.lowerer(view.result(), Despecialization.cases(type), this::part);
    }

    @Override
    public FlatLowerer map(MapType type) {
        return RangeStorer.flat(ListStoring.ofMap(type, this::element));
    }

    @Override
    public FlatLowerer own(OwnType type) {
        return I32Lowerer.flat(new Handles(options.resource(type.resource()), view.handle())::lowerOwn);
    }

    @Override
    public FlatLowerer borrow(BorrowType type) {
        return I32Lowerer.flat(new Handles(options.resource(type.resource()), view.handle())::lowerBorrow);
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
