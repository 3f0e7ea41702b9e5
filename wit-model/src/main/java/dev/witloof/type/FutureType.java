package dev.witloof.type;

import java.util.Optional;

/**
 * The readable end of a future.
 *
 * @param value the type of its value, if it carries one
 */
public record FutureType(Optional<ValType> value) implements ValType {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.future(this);
    }

    /** The type as WIT writes it. */
    @Override
    public String toString() {
        return value.map(t -> "future<" + t + ">").orElse("future");
    }
}
