package dev.witloof.type;

import java.util.List;

/**
 * A set of named flags.
 *
 * @param labels the names in order, 1 to 32
 */
public record FlagsType(List<String> labels) implements ValType {

    /** Copies the labels. */
    public FlagsType {
        labels = List.copyOf(labels);
    }

    @Override
    public List<String> parts() {
        return labels;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.flags(this);
    }

    /** The type as WIT writes it. */
    @Override
    public String toString() {
        return "flags { " + String.join(", ", labels) + " }";
    }
}
