package dev.witloof.abi;

import dev.witloof.type.BorrowType;
import dev.witloof.type.EnumType;
import dev.witloof.type.FixedLengthListType;
import dev.witloof.type.FlagsType;
import dev.witloof.type.FutureType;
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
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Questions about a type and all types inside it.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#type-predicates">CanonicalABI: type predicates</a>
 */
final class TypePredicates {

    private TypePredicates() {}

    /** Whether values can hold borrowed handles. */
    static boolean containsBorrow(ValType type) {
        return contains(type, BorrowType.class::isInstance);
    }

    /** Whether values have parts that always stand in memory: strings, lists and maps. */
    static boolean containsPointer(ValType type) {
        return contains(type, t -> t == PrimitiveType.STRING || t instanceof ListType || t instanceof MapType);
    }

    private static boolean contains(ValType type, Predicate<ValType> predicate) {
        return predicate.test(type) || type.accept(new Inside(predicate));
    }

    /** What preparing says of a type whose values need the asynchronous part of the ABI. */
    static UnsupportedOperationException asynchronous(ValType type) {
        return new UnsupportedOperationException(
                type + ": expected a type of the synchronous Canonical ABI, found one of the asynchronous one");
    }

    /** Whether the predicate holds for a type inside the visited one. */
    private record Inside(Predicate<ValType> predicate) implements ValType.Visitor<Boolean> {

        private boolean any(ValType type) {
            return contains(type, predicate);
        }

        private boolean any(Optional<ValType> type) {
            return type.isPresent() && any(type.get());
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
            return type.fields().stream().anyMatch(field -> any(field.type()));
        }

        @Override
        public Boolean tuple(TupleType type) {
            return type.elements().stream().anyMatch(this::any);
        }

        @Override
        public Boolean variant(VariantType type) {
            return type.cases().stream().anyMatch(c -> any(c.type()));
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
            return any(type.ok()) || any(type.error());
        }

        @Override
        public Boolean map(MapType type) {
            return any(type.key()) || any(type.value());
        }

        @Override
        public Boolean own(OwnType type) {
            return false;
        }

        @Override
        public Boolean borrow(BorrowType type) {
            return false;
        }

        @Override
        public Boolean stream(StreamType type) {
            return any(type.element());
        }

        @Override
        public Boolean future(FutureType type) {
            return any(type.value());
        }
    }
}
