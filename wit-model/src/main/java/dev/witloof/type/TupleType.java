package dev.witloof.type;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A tuple.
 *
 * @param elements the types of the elements, at least one
 */
public record TupleType(List<ValType> elements) implements ValType {

    /** Copies the elements. */
    public TupleType {
        elements = List.copyOf(elements);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.tuple(this);
    }

    /** The type as WIT writes it. */
    @Override
    public String toString() {
        return "tuple<" + elements.stream().map(Object::toString).collect(Collectors.joining(", ")) + ">";
    }
}
