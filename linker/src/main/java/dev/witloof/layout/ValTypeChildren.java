package dev.witloof.layout;

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
import java.util.List;
import java.util.stream.Stream;

/** The types of which a value type is made, for questions that are asked of all kinds alike. */
public final class ValTypeChildren implements ValType.Visitor<Stream<ValType>> {

    private static final ValTypeChildren INSTANCE = new ValTypeChildren();

    private ValTypeChildren() {}

    /** The types directly inside a type. */
    public static Stream<ValType> of(ValType type) {
        return type.accept(INSTANCE);
    }

    @Override
    public Stream<ValType> primitive(PrimitiveType type) {
        return Stream.of();
    }

    @Override
    public Stream<ValType> list(ListType type) {
        return Stream.of(type.element());
    }

    @Override
    public Stream<ValType> fixedLengthList(FixedLengthListType type) {
        return Stream.of(type.element());
    }

    @Override
    public Stream<ValType> record(RecordType type) {
        return type.fields().stream().map(LabelledType::type);
    }

    @Override
    public Stream<ValType> tuple(TupleType type) {
        return type.elements().stream();
    }

    @Override
    public Stream<ValType> variant(VariantType type) {
        return type.cases().stream().flatMap(c -> c.type().stream());
    }

    @Override
    public Stream<ValType> enumeration(EnumType type) {
        return Stream.of();
    }

    @Override
    public Stream<ValType> flags(FlagsType type) {
        return Stream.of();
    }

    @Override
    public Stream<ValType> option(OptionType type) {
        return Stream.of(type.some());
    }

    @Override
    public Stream<ValType> result(ResultType type) {
        return List.of(type.ok(), type.error()).stream().flatMap(part -> part.stream());
    }

    @Override
    public Stream<ValType> map(MapType type) {
        return Stream.of(type.key(), type.value());
    }

    @Override
    public Stream<ValType> own(OwnType type) {
        return Stream.of();
    }

    @Override
    public Stream<ValType> borrow(BorrowType type) {
        return Stream.of();
    }

    @Override
    public Stream<ValType> stream(StreamType type) {
        return type.element().stream();
    }

    @Override
    public Stream<ValType> future(FutureType type) {
        return type.value().stream();
    }
}
