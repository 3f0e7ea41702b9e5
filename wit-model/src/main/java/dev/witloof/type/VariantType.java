package dev.witloof.type;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A variant: one of several cases, each with a value or without.
 *
 * @param cases the cases in order, at least one
 */
public record VariantType(List<Case> cases) implements ValType {

    /** Copies the cases. */
    public VariantType {
        cases = List.copyOf(cases);
    }

    /**
     * One case of a variant.
     *
     * @param label the case's name
     * @param type the type of its value, if it has one
     */
    public record Case(String label, Optional<ValType> type) {

        /** The case as WIT writes it. */
        @Override
        public String toString() {
            return type.map(t -> label + "(" + t + ")").orElse(label);
        }
    }

    @Override
    public List<Case> parts() {
        return cases;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.variant(this);
    }

    /** The type as WIT writes it. */
    @Override
    public String toString() {
        return "variant { " + cases.stream().map(Object::toString).collect(Collectors.joining(", ")) + " }";
    }
}
