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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prepares how values of a type go from one instance to another. Each side has the type in words of its own, which
 * differ in the resources that they name.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#lifting-and-lowering-values">CanonicalABI: lifting and lowering values</a>
 */
final class Transferring implements ValType.Visitor<Transfer> {

    /** The sides do not have the same type, so that values cannot be copied as they lie. */
    static final class DifferentTypes extends Exception {

        private static final long serialVersionUID = 1L;

        private DifferentTypes() {
            super("types: expected the same ones on both sides, found others", null, false, false);
        }
    }

    /** {@link DifferentTypes} on its way through a visitor, which declares no exception. */
    private static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refusal() {
            super(null, null, false, false);
        }
    }

    private final LiftLowerOptions source;
    private final LiftLowerOptions target;
    /** The type that is prepared, as the target has it. */
    private final ValType there;

    private Transferring(LiftLowerOptions source, LiftLowerOptions target, ValType there) {
        this.source = source;
        this.target = target;
        this.there = there;
    }

    /**
     * Prepares for values one after the other, such as parameters.
     *
     * @throws DifferentTypes if the types differ in more than the resources that they name
     */
    static RecordTransfer of(List<ValType> here, LiftLowerOptions source, List<ValType> there, LiftLowerOptions target)
            throws DifferentTypes {
        try {
            return new Transferring(source, target, PrimitiveType.BOOL).fields(here, there);
        } catch (Refusal refusal) {
            throw new DifferentTypes();
        }
    }

    private Transfer prepare(ValType here, ValType sameThere) {
        return here.accept(new Transferring(source, target, sameThere));
    }

    private RecordTransfer fields(List<ValType> here, List<ValType> sameThere) {
        require(here.size() == sameThere.size());
        List<Transfer> fields = new ArrayList<>(here.size());
        for (int i = 0; i < here.size(); i++) {
            fields.add(prepare(here.get(i), sameThere.get(i)));
        }
        return new RecordTransfer(here, fields);
    }

    private Transfer cases(String kind, List<Optional<ValType>> here, List<Optional<ValType>> sameThere) {
        require(here.size() == sameThere.size());
        @Nullable Transfer[] payloads = new Transfer[here.size()];
        for (int i = 0; i < payloads.length; i++) {
            require(here.get(i).isPresent() == sameThere.get(i).isPresent());
            if (here.get(i).isPresent()) {
                payloads[i] = prepare(here.get(i).get(), sameThere.get(i).get());
            }
        }
        return new VariantTransfer(kind, here, payloads);
    }

    private <T extends ValType> T there(Class<T> kind) {
        require(kind.isInstance(there));
        return kind.cast(there);
    }

    private static void require(boolean same) {
        if (!same) {
            throw new Refusal();
        }
    }

    @Override
    public Transfer primitive(PrimitiveType type) {
        require(there == type);
        return type == PrimitiveType.STRING
                ? StringTransfer.of(source.encoding(), target.encoding())
                : ScalarTransfer.of(type);
    }

    @Override
    public Transfer list(ListType type) {
        return new ListTransfer(
                "list",
                type.element(),
                prepare(type.element(), there(ListType.class).element()));
    }

    @Override
    public Transfer fixedLengthList(FixedLengthListType type) {
        FixedLengthListType other = there(FixedLengthListType.class);
        require(type.length() == other.length());
        return new FixedLengthListTransfer(type, prepare(type.element(), other.element()));
    }

    @Override
    public Transfer record(RecordType type) {
        RecordType other = there(RecordType.class);
        require(labels(type).equals(labels(other)));
        return fields(Despecialization.fields(type), Despecialization.fields(other));
    }

    private static List<String> labels(RecordType type) {
        return type.fields().stream().map(LabelledType::label).toList();
    }

    @Override
    public Transfer tuple(TupleType type) {
        return fields(type.elements(), there(TupleType.class).elements());
    }

    @Override
    public Transfer variant(VariantType type) {
        VariantType other = there(VariantType.class);
        require(labels(type).equals(labels(other)));
        return cases("variant", Despecialization.cases(type), Despecialization.cases(other));
    }

    private static List<String> labels(VariantType type) {
        return type.cases().stream().map(VariantType.Case::label).toList();
    }

    @Override
    public Transfer enumeration(EnumType type) {
        require(type.labels().equals(there(EnumType.class).labels()));
        return ScalarTransfer.of(type);
    }

    @Override
    public Transfer flags(FlagsType type) {
        require(type.labels().equals(there(FlagsType.class).labels()));
        return ScalarTransfer.of(type);
    }

    @Override
    public Transfer option(OptionType type) {
        return cases("option", Despecialization.cases(type), Despecialization.cases(there(OptionType.class)));
    }

    @Override
    public Transfer result(ResultType type) {
        return cases("result", Despecialization.cases(type), Despecialization.cases(there(ResultType.class)));
    }

    @Override
    public Transfer map(MapType type) {
        TupleType entry = Despecialization.entry(type);
        return new ListTransfer("map", entry, prepare(entry, Despecialization.entry(there(MapType.class))));
    }

    @Override
    public Transfer own(OwnType type) {
        return HandleTransfer.own(
                source.resource(type.resource()),
                target.resource(there(OwnType.class).resource()));
    }

    @Override
    public Transfer borrow(BorrowType type) {
        return HandleTransfer.borrow(
                source.resource(type.resource()),
                target.resource(there(BorrowType.class).resource()));
    }

    @Override
    public Transfer stream(StreamType type) {
        throw TypePredicates.asynchronous(type);
    }

    @Override
    public Transfer future(FutureType type) {
        throw TypePredicates.asynchronous(type);
    }
}
