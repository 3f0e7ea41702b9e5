package dev.witloof.component;

import dev.witloof.type.PrimitiveType;
import java.util.List;
import java.util.Optional;

/**
 * The definition of a value type.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#type-definitions">Binary: defvaltype</a>
 */
public sealed interface DefValType {

    /** Calls the visitor's method for this form. */
    <R> R accept(Visitor<R> visitor);

    /**
     * One method for each form.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {
        /** A primitive type under an index of its own. */
        R primitive(PrimitiveDef form);

        /** {@code (record (field …)*)}. */
        R record(RecordDef form);

        /** {@code (variant (case …)*)}. */
        R variant(VariantDef form);

        /** {@code (list t)}. */
        R list(ListDef form);

        /** {@code (list t len)}. */
        R fixedLengthList(FixedLengthListDef form);

        /** {@code (tuple t*)}. */
        R tuple(TupleDef form);

        /** {@code (flags l*)}. */
        R flags(FlagsDef form);

        /** {@code (enum l*)}. */
        R enumeration(EnumDef form);

        /** {@code (option t)}. */
        R option(OptionDef form);

        /** {@code (result t? (error u)?)}. */
        R result(ResultDef form);

        /** {@code (own i)}. */
        R own(OwnDef form);

        /** {@code (borrow i)}. */
        R borrow(BorrowDef form);

        /** {@code (stream t?)}. */
        R stream(StreamDef form);

        /** {@code (future t?)}. */
        R future(FutureDef form);

        /** {@code (map k v)}. */
        R map(MapDef form);
    }

    /**
     * A primitive type under an index of its own.
     *
     * @param type the type
     */
    record PrimitiveDef(PrimitiveType type) implements DefValType {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.primitive(this);
        }
    }

    /**
     * {@code (record (field …)*)}.
     *
     * @param fields the fields in order; validation asks for at least one
     */
    record RecordDef(List<LabelledValType> fields) implements DefValType {

        /** Copies the list. */
        public RecordDef {
            fields = List.copyOf(fields);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.record(this);
        }
    }

    /**
     * {@code (variant (case …)*)}.
     *
     * @param cases the cases in order; validation asks for at least one
     */
    record VariantDef(List<Case> cases) implements DefValType {

        /** Copies the list. */
        public VariantDef {
            cases = List.copyOf(cases);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.variant(this);
        }
    }

    /**
     * {@code (list t)}.
     *
     * @param element the type of the elements
     */
    record ListDef(ValTypeRef element) implements DefValType {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.list(this);
        }
    }

    /**
     * {@code (list t len)}.
     *
     * @param element the type of the elements
     * @param length how many elements it has, unsigned; validation asks for at least one
     */
    record FixedLengthListDef(ValTypeRef element, int length) implements DefValType {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fixedLengthList(this);
        }
    }

    /**
     * {@code (tuple t*)}.
     *
     * @param types the types in order; validation asks for at least one
     */
    record TupleDef(List<ValTypeRef> types) implements DefValType {

        /** Copies the list. */
        public TupleDef {
            types = List.copyOf(types);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tuple(this);
        }
    }

    /**
     * {@code (flags l*)}.
     *
     * @param labels the labels in order; validation asks for 1 to 32
     */
    record FlagsDef(List<String> labels) implements DefValType {

        /** Copies the list. */
        public FlagsDef {
            labels = List.copyOf(labels);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.flags(this);
        }
    }

    /**
     * {@code (enum l*)}.
     *
     * @param labels the labels in order; validation asks for at least one
     */
    record EnumDef(List<String> labels) implements DefValType {

        /** Copies the list. */
        public EnumDef {
            labels = List.copyOf(labels);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.enumeration(this);
        }
    }

    /**
     * {@code (option t)}.
     *
     * @param some the type of what may be there
     */
    record OptionDef(ValTypeRef some) implements DefValType {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.option(this);
        }
    }

    /**
     * {@code (result t? (error u)?)}.
     *
     * @param ok the type in the good case
     * @param error the type in the bad case
     */
    record ResultDef(Optional<ValTypeRef> ok, Optional<ValTypeRef> error) implements DefValType {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.result(this);
        }
    }

    /**
     * {@code (own i)}.
     *
     * @param resource the resource type's index, unsigned
     */
    record OwnDef(int resource) implements DefValType {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.own(this);
        }
    }

    /**
     * {@code (borrow i)}.
     *
     * @param resource the resource type's index, unsigned
     */
    record BorrowDef(int resource) implements DefValType {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.borrow(this);
        }
    }

    /**
     * {@code (stream t?)}.
     *
     * @param element the type of the elements
     */
    record StreamDef(Optional<ValTypeRef> element) implements DefValType {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stream(this);
        }
    }

    /**
     * {@code (future t?)}.
     *
     * @param value the type of the value
     */
    record FutureDef(Optional<ValTypeRef> value) implements DefValType {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.future(this);
        }
    }

    /**
     * {@code (map k v)}.
     *
     * @param key the type of the keys
     * @param value the type of the values
     */
    record MapDef(ValTypeRef key, ValTypeRef value) implements DefValType {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.map(this);
        }
    }

    /**
     * A case of a variant.
     *
     * @param label the label as written
     * @param type the type of what it carries
     */
    record Case(String label, Optional<ValTypeRef> type) {}
}
