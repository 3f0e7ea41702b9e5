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
 * Prepares how values of a type are loaded from memory.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#loading">CanonicalABI: loading</a>
 */
public final class Loading implements ValType.Visitor<Loader> {

    private final LiftLowerOptions options;

    private Loading(LiftLowerOptions options) {
        this.options = options;
    }

    /**
     * Prepares for a type.
     *
     * @throws UnsupportedOperationException if the type needs the asynchronous part of the ABI
     */
    public static Loader of(ValType type, LiftLowerOptions options) {
        return new Loading(options).prepare(type);
    }

    private Loader prepare(ValType type) {
        return type.accept(this);
    }

    @Override
    public Loader primitive(PrimitiveType type) {
        return switch (type) {
            case BOOL -> (cx, at) -> cx.bytes()[at] != 0;
            case S8 -> (cx, at) -> cx.bytes()[at];
            case U8 -> (cx, at) -> cx.bytes()[at] & 0xFF;
            case S16 -> (cx, at) -> LittleEndian.getShort(cx.bytes(), at);
            case U16 -> (cx, at) -> LittleEndian.getShort(cx.bytes(), at) & 0xFFFF;
            case S32 -> (cx, at) -> LittleEndian.getInt(cx.bytes(), at);
            case U32 -> (cx, at) -> LittleEndian.getInt(cx.bytes(), at) & 0xFFFF_FFFFL;
            case S64, U64 -> (cx, at) -> LittleEndian.getLong(cx.bytes(), at);
            case F32 -> (cx, at) -> Primitives.liftF32(LittleEndian.getInt(cx.bytes(), at));
            case F64 -> (cx, at) -> Primitives.liftF64(LittleEndian.getLong(cx.bytes(), at));
            case CHAR -> (cx, at) -> Primitives.liftChar(LittleEndian.getInt(cx.bytes(), at));
            case STRING -> RangeLoader.indirect(StringLoading.of(options.encoding()));
            case ERROR_CONTEXT -> throw TypePredicates.asynchronous(type);
        };
    }

    @Override
    public Loader list(ListType type) {
        return RangeLoader.indirect(ListLoading.of(type.element(), this::prepare));
    }

    @Override
    public Loader fixedLengthList(FixedLengthListType type) {
        return FixedLengthLists.loader(type, this::prepare);
    }

    @Override
    public Loader record(RecordType type) {
        Fields fields = new Fields.OfRecord(
                type.fields().stream().map(LabelledType::label).toList());
        return Records.loader(fields, Despecialization.fields(type), this::prepare);
    }

    @Override
    public Loader tuple(TupleType type) {
        return Records.loader(new Fields.OfTuple(type.elements().size()), type.elements(), this::prepare);
    }

    @Override
    public Loader variant(VariantType type) {
        Cases cases = new Cases.OfVariant(
                type.cases().stream().map(VariantType.Case::label).toList());
        return Variants.loader(cases, Despecialization.cases(type), this::prepare);
    }

    @Override
    public Loader enumeration(EnumType type) {
        return I32Lifter.inMemory(new Enums(type.labels())::lift, Alignment.of(type));
    }

    @Override
    public Loader flags(FlagsType type) {
        return I32Lifter.inMemory(new Flags(type.labels())::lift, Alignment.of(type));
    }

    @Override
    public Loader option(OptionType type) {
        Cases cases = new Cases.OfOption(type.some() instanceof OptionType);
        return Variants.loader(cases, Despecialization.cases(type), this::prepare);
    }

    @Override
    public Loader result(ResultType type) {
        return Variants.loader(new Cases.OfResult(), Despecialization.cases(type), this::prepare);
    }

    @Override
    public Loader map(MapType type) {
        return RangeLoader.indirect(ListLoading.ofMap(type, this::prepare));
    }

    @Override
    public Loader own(OwnType type) {
        return I32Lifter.inMemory(new Handles(options.resource(type.resource()))::liftOwn, 4);
    }

    @Override
    public Loader borrow(BorrowType type) {
        return I32Lifter.inMemory(new Handles(options.resource(type.resource()))::liftBorrow, 4);
    }

    @Override
    public Loader stream(StreamType type) {
        throw TypePredicates.asynchronous(type);
    }

    @Override
    public Loader future(FutureType type) {
        throw TypePredicates.asynchronous(type);
    }
}
