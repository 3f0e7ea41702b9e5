package dev.witloof.type;

import java.util.Optional;

/**
 * The readable end of a stream.
 *
 * @param element the type of its elements, if they carry values
 */
public record StreamType(Optional<ValType> element) implements ValType {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.stream(this);
    }

    /** The type as WIT writes it. */
    @Override
    public String toString() {
        return element.map(t -> "stream<" + t + ">").orElse("stream");
    }
}
