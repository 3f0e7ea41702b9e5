package dev.witloof.abi;

import dev.witloof.layout.Alignment;
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
 * Prepares how values of a type are stored into memory.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#storing">CanonicalABI: storing</a>
 */
public final class Storing implements ValType.Visitor<Storer> {

    private final LiftLowerOptions options;
    private final View view;

    private Storing(LiftLowerOptions options, View view) {
        this.options = options;
        this.view = view;
    }

    /**
     * Prepares for a type.
     *
     * @param view how values of the type look in Java
     * @throws UnsupportedOperationException if the type needs the asynchronous part of the ABI
     */
    public static Storer of(ValType type, View view, LiftLowerOptions options) {
        return type.accept(new Storing(options, view));
    }

    /** Prepares for a type whose values are untyped. */
    static Storer of(ValType type, LiftLowerOptions options) {
        return of(type, View.UNTYPED, options);
    }

    private Storer part(ValType type, int place) {
        return of(type, view.part(place), options);
    }

    @Override
    public Storer primitive(PrimitiveType type) {
        return switch (type) {
            case BOOL -> (cx, value, at) -> cx.bytes()[at] = (byte) Primitives.bool(value);
            case S8 -> (cx, value, at) -> cx.bytes()[at] = (byte) Primitives.s8(value);
            case U8 -> (cx, value, at) -> cx.bytes()[at] = (byte) Primitives.u8(value);
            case S16 -> (cx, value, at) -> LittleEndian.putShort(cx.bytes(), at, (short) Primitives.s16(value));
            case U16 -> (cx, value, at) -> LittleEndian.putShort(cx.bytes(), at, (short) Primitives.u16(value));
            case S32 -> (cx, value, at) -> LittleEndian.putInt(cx.bytes(), at, Primitives.s32(value));
            case U32 -> (cx, value, at) -> LittleEndian.putInt(cx.bytes(), at, Primitives.u32(value));
            case S64 -> (cx, value, at) -> LittleEndian.putLong(cx.bytes(), at, Primitives.s64(value));
            case U64 -> (cx, value, at) -> LittleEndian.putLong(cx.bytes(), at, Primitives.u64(value));
            case F32 -> (cx, value, at) -> LittleEndian.putInt(cx.bytes(), at, Primitives.f32(value));
            case F64 -> (cx, value, at) -> LittleEndian.putLong(cx.bytes(), at, Primitives.f64(value));
            case CHAR -> (cx, value, at) -> LittleEndian.putInt(cx.bytes(), at, Primitives.charBits(value));
            case STRING -> RangeStorer.indirect(StringStoring.of(options));
            case ERROR_CONTEXT -> throw TypePredicates.asynchronous(type);
        };
    }

    @Override
    public Storer list(ListType type) {
        return RangeStorer.indirect(ListStoring.of(type.element(), this::part));
    }

    @Override
    public Storer fixedLengthList(FixedLengthListType type) {
        return FixedLengthLists.storer(type, this::part);
    }

    @Override
    public Storer record(RecordType type) {
        Fields fields =
                view.record(type.fields().stream().map(LabelledType::label).toList());
        return Records.storer(fields, Despecialization.fields(type), this::part);
    }

    @Override
    public Storer tuple(TupleType type) {
        return Records.storer(view.tuple(type.elements().size()), type.elements(), this::part);
    }

    @Override
    public Storer variant(VariantType type) {
        Cases cases =
                view.variant(type.cases().stream().map(VariantType.Case::label).toList());
        return Variants.storer(cases, Despecialization.cases(type), this::part);
    }

    @Override
    public Storer enumeration(EnumType type) {
        return I32Lowerer.inMemory(I32Lowerer.of(view.enumeration(type.labels())), Alignment.of(type));
    }

    @Override
    public Storer flags(FlagsType type) {
        return I32Lowerer.inMemory(I32Lowerer.of(view.flags(type.labels())), Alignment.of(type));
    }

    @Override
    public Storer option(OptionType type) {
        Cases cases = view.option(type.some() instanceof OptionType);
        return Variants.storer(cases, Despecialization.cases(type), this::part);
    }

    @Override
    public Storer result(ResultType type) {
        return Variants.storer(view.result(), Despecialization.cases(type), this::part);
    }

    @Override
    public Storer map(MapType type) {
        return RangeStorer.indirect(ListStoring.ofMap(type, this::part));
    }

    @Override
    public Storer own(OwnType type) {
        return I32Lowerer.inMemory(new Handles(options.resource(type.resource()), view.handle())::lowerOwn, 4);
    }

    @Override
    public Storer borrow(BorrowType type) {
        return I32Lowerer.inMemory(new Handles(options.resource(type.resource()), view.handle())::lowerBorrow, 4);
    }

    @Override
    public Storer stream(StreamType type) {
        throw TypePredicates.asynchronous(type);
    }

    @Override
    public Storer future(FutureType type) {
        throw TypePredicates.asynchronous(type);
    }
}
