package dev.witloof.type;

import java.util.List;

/**
 * The type of a component-level value. {@link #toString()} gives it in WIT's syntax.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#fundamental-value-types">Explainer: fundamental value types</a>
 */
public sealed interface ValType extends DefinedType
        permits PrimitiveType,
                ListType,
                FixedLengthListType,
                RecordType,
                TupleType,
                VariantType,
                EnumType,
                FlagsType,
                OptionType,
                ResultType,
                MapType,
                OwnType,
                BorrowType,
                StreamType,
                FutureType {

    /** Calls the visitor's method for this kind of type. */
    <R> R accept(Visitor<R> visitor);

    /**
     * The fields, cases or labels of a type that WIT must give a name; of others nothing. All names of one type share the very
     * list, which tells them from an equal type.
     */
    default List<?> parts() {
        return List.of();
    }

    /**
     * One method for each kind of value type.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {
        /** A primitive type, {@code error-context} included. */
        R primitive(PrimitiveType type);

        /** A list of any length. */
        R list(ListType type);

        /** A list whose length is part of its type. */
        R fixedLengthList(FixedLengthListType type);

        /** A record. */
        R record(RecordType type);

        /** A tuple. */
        R tuple(TupleType type);

        /** A variant. */
        R variant(VariantType type);

        /** An enumeration. */
        R enumeration(EnumType type);

        /** A set of flags. */
        R flags(FlagsType type);

        /** An option. */
        R option(OptionType type);

        /** A result. */
        R result(ResultType type);

        /** A map. */
        R map(MapType type);

        /** An owning handle. */
        R own(OwnType type);

        /** A borrowed handle. */
        R borrow(BorrowType type);

        /** The readable end of a stream. */
        R stream(StreamType type);

        /** The readable end of a future. */
        R future(FutureType type);
    }
}
