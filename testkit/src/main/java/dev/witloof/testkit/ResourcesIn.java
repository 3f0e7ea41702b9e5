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

/** Whether values of a type can hold handles that are owned, and so change hands. */
final class ResourcesIn implements ValType.Visitor<Boolean> {

    private static final ResourcesIn INSTANCE = new ResourcesIn();

    private ResourcesIn() {}

    static boolean any(ValType type) {
        return type.accept(INSTANCE);
    }

    @Override
    public Boolean primitive(PrimitiveType type) {
        return false;
    }

    @Override
    public Boolean list(ListType type) {
        return any(type.element());
    }

    @Override
    public Boolean fixedLengthList(FixedLengthListType type) {
        return any(type.element());
    }

    @Override
    public Boolean record(RecordType type) {
        return type.fields().stream().map(LabelledType::type).anyMatch(ResourcesIn::any);
    }

    @Override
    public Boolean tuple(TupleType type) {
        return type.elements().stream().anyMatch(ResourcesIn::any);
    }

    @Override
    public Boolean variant(VariantType type) {
        return type.cases().stream()
                .anyMatch(each -> each.type().map(ResourcesIn::any).orElse(false));
    }

    @Override
    public Boolean enumeration(EnumType type) {
        return false;
    }

    @Override
    public Boolean flags(FlagsType type) {
        return false;
    }

    @Override
    public Boolean option(OptionType type) {
        return any(type.some());
    }

    @Override
    public Boolean result(ResultType type) {
        return type.ok().map(ResourcesIn::any).orElse(false)
                || type.error().map(ResourcesIn::any).orElse(false);
    }

    @Override
    public Boolean map(MapType type) {
        return any(type.value());
    }

    @Override
    public Boolean own(OwnType type) {
        return true;
    }

    @Override
    public Boolean borrow(BorrowType type) {
        return false;
    }

    @Override
    public Boolean stream(StreamType type) {
        return false;
    }

    @Override
    public Boolean future(FutureType type) {
        return false;
    }
}
