package dev.witloof.type;

import java.util.List;

/**
 * An enumeration: a variant whose cases have no values.
 *
 * @param labels the names in order, at least one
 */
public record EnumType(List<String> labels) implements ValType {

    /** Copies the labels. */
    public EnumType {
        labels = List.copyOf(labels);
    }

    @Override
    public List<String> parts() {
        return labels;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.enumeration(this);
    }

    /** The type as WIT writes it. */
    @Override
    public String toString() {
        return "enum { " + String.join(", ", labels) + " }";
    }
}
