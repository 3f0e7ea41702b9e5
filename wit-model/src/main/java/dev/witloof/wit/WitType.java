package dev.witloof.wit;

import dev.witloof.type.PrimitiveType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A type as WIT text uses it: primitive, a reference to a named one, or composed of others in place. Its text is WIT's.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/WIT.md#types">WIT: types</a>
 */
public sealed interface WitType {

    /** Calls the visitor's method for this kind of type. */
    <R> R accept(Visitor<R> visitor);

    /** A primitive type. */
    record Primitive(PrimitiveType type) implements WitType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.primitive(this);
        }

        @Override
        public String toString() {
            return type.toString();
        }
    }

    /**
     * A reference to a type with a name; {@link WitPackages#definition} finds it.
     *
     * @param owner where the type is defined
     * @param name its name there
     */
    record Named(TypeOwner owner, String name) implements WitType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.named(this);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A list of any length. */
    record ListOf(WitType element) implements WitType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.list(this);
        }

        @Override
        public String toString() {
            return "list<" + element + ">";
        }
    }

    /** A list whose length, unsigned, is part of its type. */
    record FixedLengthListOf(WitType element, long length) implements WitType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fixedLengthList(this);
        }

        @Override
        public String toString() {
            return "list<" + element + ", " + length + ">";
        }
    }

    /** A tuple. */
    record TupleOf(List<WitType> elements) implements WitType {
        /** Copies the elements. */
        public TupleOf {
            elements = List.copyOf(elements);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tuple(this);
        }

        @Override
        public String toString() {
            return "tuple<" + elements.stream().map(Object::toString).collect(Collectors.joining(", ")) + ">";
        }
    }

    /** An option. */
    record OptionOf(WitType element) implements WitType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.option(this);
        }

        @Override
        public String toString() {
            return "option<" + element + ">";
        }
    }

    /** A result; either case may be without a value. */
    record ResultOf(Optional<WitType> ok, Optional<WitType> err) implements WitType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.result(this);
        }

        @Override
        public String toString() {
            if (err.isPresent()) {
                return "result<" + ok.map(Object::toString).orElse("_") + ", " + err.get() + ">";
            }
            return "result" + ok.map(type -> "<" + type + ">").orElse("");
        }
    }

    /** A map. */
    record MapOf(WitType key, WitType value) implements WitType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.map(this);
        }

        @Override
        public String toString() {
            return "map<" + key + ", " + value + ">";
        }
    }

    /** An owning handle; where WIT names a resource as a type it means this, and so this is how its text reads. */
    record Own(Named resource) implements WitType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.own(this);
        }

        @Override
        public String toString() {
            return resource.toString();
        }
    }

    /** A borrowed handle. */
    record Borrow(Named resource) implements WitType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.borrow(this);
        }

        @Override
        public String toString() {
            return "borrow<" + resource + ">";
        }
    }

    /** The readable end of a stream. */
    record StreamOf(Optional<WitType> element) implements WitType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stream(this);
        }

        @Override
        public String toString() {
            return "stream" + element.map(type -> "<" + type + ">").orElse("");
        }
    }

    /** The readable end of a future. */
    record FutureOf(Optional<WitType> element) implements WitType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.future(this);
        }

        @Override
        public String toString() {
            return "future" + element.map(type -> "<" + type + ">").orElse("");
        }
    }

    /**
     * One method for each kind of type.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {
        /** A primitive type. */
        R primitive(Primitive type);

        /** A reference to a named type. */
        R named(Named type);

        /** A list of any length. */
        R list(ListOf type);

        /** A list whose length is part of its type. */
        R fixedLengthList(FixedLengthListOf type);

        /** A tuple. */
        R tuple(TupleOf type);

        /** An option. */
        R option(OptionOf type);

        /** A result. */
        R result(ResultOf type);

        /** A map. */
        R map(MapOf type);

        /** An owning handle. */
        R own(Own type);

        /** A borrowed handle. */
        R borrow(Borrow type);

        /** The readable end of a stream. */
        R stream(StreamOf type);

        /** The readable end of a future. */
        R future(FutureOf type);
    }
}
