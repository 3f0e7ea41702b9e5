package dev.witloof.testkit;

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

/** A type with strings in place of handles, which have no text of their own. */
final class HandlesAsText implements ValType.Visitor<ValType> {

    private static final HandlesAsText INSTANCE = new HandlesAsText();

    private HandlesAsText() {}

    static ValType in(ValType type) {
        return type.accept(INSTANCE);
    }

    @Override
    public ValType primitive(PrimitiveType type) {
        return type;
    }

    @Override
    public ValType list(ListType type) {
        return new ListType(in(type.element()));
    }

    @Override
    public ValType fixedLengthList(FixedLengthListType type) {
        return new FixedLengthListType(in(type.element()), type.length());
    }

    @Override
    public ValType record(RecordType type) {
        return new RecordType(type.fields().stream()
                .map(each -> new LabelledType(each.label(), in(each.type())))
                .toList());
    }

    @Override
    public ValType tuple(TupleType type) {
        return new TupleType(type.elements().stream().map(HandlesAsText::in).toList());
    }

    @Override
    public ValType variant(VariantType type) {
        return new VariantType(type.cases().stream()
                .map(each -> new VariantType.Case(each.label(), each.type().map(HandlesAsText::in)))
                .toList());
    }

    @Override
    public ValType enumeration(EnumType type) {
        return type;
    }

    @Override
    public ValType flags(FlagsType type) {
        return type;
    }

    @Override
    public ValType option(OptionType type) {
        return new OptionType(in(type.some()));
    }

    @Override
    public ValType result(ResultType type) {
        return new ResultType(type.ok().map(HandlesAsText::in), type.error().map(HandlesAsText::in));
    }

    @Override
    public ValType map(MapType type) {
        return new MapType(type.key(), in(type.value()));
    }

    @Override
    public ValType own(OwnType type) {
        return PrimitiveType.STRING;
    }

    @Override
    public ValType borrow(BorrowType type) {
        return PrimitiveType.STRING;
    }

    @Override
    public ValType stream(StreamType type) {
        return type;
    }

    @Override
    public ValType future(FutureType type) {
        return type;
    }
}
