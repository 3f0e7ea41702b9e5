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
    private final View view;

    private Loading(LiftLowerOptions options, View view) {
        this.options = options;
        this.view = view;
    }

    /**
     * Prepares for a type.
     *
     * @param view how values of the type look in Java
     * @throws UnsupportedOperationException if the type needs the asynchronous part of the ABI
     */
    public static Loader of(ValType type, View view, LiftLowerOptions options) {
        return type.accept(new Loading(options, view));
    }

    /** Prepares for a type whose values are untyped. */
    static Loader of(ValType type, LiftLowerOptions options) {
        return of(type, View.UNTYPED, options);
    }

    private Loader part(ValType type, int place) {
        return of(type, view.part(place), options);
    }

    @Override
    public Loader primitive(PrimitiveType type) {
        return switch (view.carrier()) {
            case USUAL -> usual(type);
            case RAW_BITS -> usual(Primitives.signed(type));
            case BIG_INTEGER -> {
                Loader number = usual(type);
                yield (cx, at) -> Primitives.unsigned((long) number.load(cx, at));
            }
        };
    }

    private Loader usual(PrimitiveType type) {
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
        return RangeLoader.indirect(ListLoading.of(type.element(), view, this::part));
    }

    @Override
    public Loader fixedLengthList(FixedLengthListType type) {
        return FixedLengthLists.loader(type, view.list(false), this::part);
    }

    @Override
    public Loader record(RecordType type) {
        Fields fields =
                view.record(type.fields().stream().map(LabelledType::label).toList());
        return Records.loader(fields, Despecialization.fields(type), this::part);
    }

    @Override
    public Loader tuple(TupleType type) {
        return Records.loader(view.tuple(type.elements().size()), type.elements(), this::part);
    }

    @Override
    public Loader variant(VariantType type) {
        Cases cases =
                view.variant(type.cases().stream().map(VariantType.Case::label).toList());
        return Variants.loader(cases, Despecialization.cases(type), this::part);
    }

    @Override
    public Loader enumeration(EnumType type) {
        return I32Lifter.inMemory(I32Lifter.of(view.enumeration(type.labels())), Alignment.of(type));
    }

    @Override
    public Loader flags(FlagsType type) {
        return I32Lifter.inMemory(I32Lifter.of(view.flags(type.labels())), Alignment.of(type));
    }

    @Override
    public Loader option(OptionType type) {
        Cases cases = view.option(type.some() instanceof OptionType);
        return Variants.loader(cases, Despecialization.cases(type), this::part);
    }

    @Override
    public Loader result(ResultType type) {
        return Variants.loader(view.result(), Despecialization.cases(type), this::part);
    }

    @Override
    public Loader map(MapType type) {
        return RangeLoader.indirect(ListLoading.ofMap(type, this::part));
    }

    @Override
    public Loader own(OwnType type) {
        return I32Lifter.inMemory(new Handles(options.resource(type.resource()), view.handle())::liftOwn, 4);
    }

    @Override
    public Loader borrow(BorrowType type) {
        return I32Lifter.inMemory(new Handles(options.resource(type.resource()), view.handle())::liftBorrow, 4);
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
