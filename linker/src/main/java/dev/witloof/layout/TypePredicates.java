package dev.witloof.layout;

import dev.witloof.type.BorrowType;
import dev.witloof.type.ListType;
import dev.witloof.type.MapType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.ValType;
import java.util.function.Predicate;

/**
 * Questions about a type and all types inside it.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#type-predicates">CanonicalABI: type predicates</a>
 */
public final class TypePredicates {

    private TypePredicates() {}

    /** Whether values can hold borrowed handles. */
    public static boolean containsBorrow(ValType type) {
        return contains(type, BorrowType.class::isInstance);
    }

    /** Whether values have parts that always stand in memory: strings, lists and maps. */
    public static boolean containsPointer(ValType type) {
        return contains(type, t -> t == PrimitiveType.STRING || t instanceof ListType || t instanceof MapType);
    }

    /** Whether the predicate holds for a type or one inside it. */
    public static boolean contains(ValType type, Predicate<ValType> predicate) {
        return predicate.test(type) || ValTypeChildren.of(type).anyMatch(child -> contains(child, predicate));
    }

    /** What preparing says of a type whose values need the asynchronous part of the ABI. */
    public static UnsupportedOperationException asynchronous(ValType type) {
        return new UnsupportedOperationException(
                type + ": expected a type of the synchronous Canonical ABI, found one of the asynchronous one");
    }
}
