package dev.witloof.link;

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
import java.util.Optional;

/**
 * The first place where two value types differ. They are compared by structure; resource types by name, because the two
 * sides never have the same one.
 *
 * <p>The place is the smallest type in which a reader still sees the difference in context: it goes into records, variants,
 * results and tuples, but stops at an option, list or map that differs in its argument as a whole.
 *
 * @param path how to get there, such as {@code 's ok case, field "keys"}; empty if the types themselves differ
 * @param needed the type that is needed there
 * @param given the type that is given there
 */
record ValDifference(String path, ValType needed, ValType given) {

    /** The first difference; empty if the types are the same. */
    static Optional<ValDifference> between(ValType needed, ValType given, Sides sides) {
        return needed.accept(new Comparison(given, sides));
    }

    private record Comparison(ValType given, Sides sides) implements ValType.Visitor<Optional<ValDifference>> {

        private Optional<ValDifference> here(ValType needed) {
            return Optional.of(new ValDifference("", needed, given));
        }

        private Optional<ValDifference> unless(boolean same, ValType needed) {
            return same ? Optional.empty() : here(needed);
        }

        /** A difference in a part that has a name of its own. */
        private Optional<ValDifference> part(String step, ValType needed, ValType given) {
            return between(needed, given, sides).map(d -> new ValDifference(step + d.path, d.needed, d.given));
        }

        /** A difference in the argument of a type such as an option: shown as a whole unless it lies deeper. */
        private Optional<ValDifference> argument(String step, ValType whole, ValType needed, ValType other) {
            Optional<ValDifference> difference = between(needed, other, sides);
            return difference.isPresent() && difference.get().path.isEmpty()
                    ? here(whole)
                    : difference.map(d -> new ValDifference(step + d.path, d.needed, d.given));
        }

        private Optional<ValDifference> argument(
                String step, ValType whole, Optional<ValType> needed, Optional<ValType> other) {
            if (needed.isPresent() != other.isPresent()) {
                return here(whole);
            }
            return needed.isPresent() ? argument(step, whole, needed.get(), other.get()) : Optional.empty();
        }

        @Override
        public Optional<ValDifference> primitive(PrimitiveType type) {
            return unless(type == given, type);
        }

        @Override
        public Optional<ValDifference> list(ListType type) {
            return given instanceof ListType other
                    ? argument("'s elements", type, type.element(), other.element())
                    : here(type);
        }

        @Override
        public Optional<ValDifference> fixedLengthList(FixedLengthListType type) {
            return given instanceof FixedLengthListType other && other.length() == type.length()
                    ? argument("'s elements", type, type.element(), other.element())
                    : here(type);
        }

        @Override
        public Optional<ValDifference> record(RecordType type) {
            if (!(given instanceof RecordType other)
                    || other.fields().size() != type.fields().size()) {
                return here(type);
            }
            List<LabelledType> fields = type.fields();
            for (int i = 0; i < fields.size(); i++) {
                if (!fields.get(i).label().equals(other.fields().get(i).label())) {
                    return here(type);
                }
            }
            for (int i = 0; i < fields.size(); i++) {
                String step = ", field " + Text.quoted(fields.get(i).label());
                Optional<ValDifference> difference =
                        part(step, fields.get(i).type(), other.fields().get(i).type());
                if (difference.isPresent()) {
                    return difference;
                }
            }
            return Optional.empty();
        }

        @Override
        public Optional<ValDifference> tuple(TupleType type) {
            if (!(given instanceof TupleType other)
                    || other.elements().size() != type.elements().size()) {
                return here(type);
            }
            for (int i = 0; i < type.elements().size(); i++) {
                Optional<ValDifference> difference = part(
                        ", element " + (i + 1),
                        type.elements().get(i),
                        other.elements().get(i));
                if (difference.isPresent()) {
                    return difference;
                }
            }
            return Optional.empty();
        }

        @Override
        public Optional<ValDifference> variant(VariantType type) {
            if (!(given instanceof VariantType other)
                    || other.cases().size() != type.cases().size()) {
                return here(type);
            }
            for (int i = 0; i < type.cases().size(); i++) {
                VariantType.Case one = type.cases().get(i);
                VariantType.Case two = other.cases().get(i);
                if (!one.label().equals(two.label())
                        || one.type().isPresent() != two.type().isPresent()) {
                    return here(type);
                }
            }
            for (int i = 0; i < type.cases().size(); i++) {
                VariantType.Case one = type.cases().get(i);
                if (one.type().isPresent()) {
                    Optional<ValDifference> difference = part(
                            ", case " + Text.quoted(one.label()),
                            one.type().get(),
                            other.cases().get(i).type().get());
                    if (difference.isPresent()) {
                        return difference;
                    }
                }
            }
            return Optional.empty();
        }

        @Override
        public Optional<ValDifference> enumeration(EnumType type) {
            return unless(type.equals(given), type);
        }

        @Override
        public Optional<ValDifference> flags(FlagsType type) {
            return unless(type.equals(given), type);
        }

        @Override
        public Optional<ValDifference> option(OptionType type) {
            return given instanceof OptionType other
                    ? argument("'s value", type, type.some(), other.some())
                    : here(type);
        }

        @Override
        public Optional<ValDifference> result(ResultType type) {
            if (!(given instanceof ResultType other)
                    || other.ok().isPresent() != type.ok().isPresent()
                    || other.error().isPresent() != type.error().isPresent()) {
                return here(type);
            }
            Optional<ValDifference> ok = type.ok().isPresent()
                    ? part("'s ok case", type.ok().get(), other.ok().get())
                    : Optional.empty();
            return ok.isPresent() || type.error().isEmpty()
                    ? ok
                    : part("'s error case", type.error().get(), other.error().get());
        }

        @Override
        public Optional<ValDifference> map(MapType type) {
            if (!(given instanceof MapType other)) {
                return here(type);
            }
            Optional<ValDifference> key = argument("'s keys", type, type.key(), other.key());
            return key.isPresent() ? key : argument("'s values", type, type.value(), other.value());
        }

        @Override
        public Optional<ValDifference> own(OwnType type) {
            return unless(given instanceof OwnType other && sides.isSame(type.resource(), other.resource()), type);
        }

        @Override
        public Optional<ValDifference> borrow(BorrowType type) {
            return unless(given instanceof BorrowType other && sides.isSame(type.resource(), other.resource()), type);
        }

        @Override
        public Optional<ValDifference> stream(StreamType type) {
            return given instanceof StreamType other
                    ? argument("'s elements", type, type.element(), other.element())
                    : here(type);
        }

        @Override
        public Optional<ValDifference> future(FutureType type) {
            return given instanceof FutureType other
                    ? argument("'s value", type, type.value(), other.value())
                    : here(type);
        }
    }
}
