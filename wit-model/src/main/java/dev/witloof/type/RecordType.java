package dev.witloof.type;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A record.
 *
 * @param fields the fields in order, at least one
 */
public record RecordType(List<LabelledType> fields) implements ValType {

    /** Copies the fields. */
    public RecordType {
        fields = List.copyOf(fields);
    }

    @Override
    public List<LabelledType> parts() {
        return fields;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.record(this);
    }

    /** The type as WIT writes it. */
    @Override
    public String toString() {
        return "record { " + fields.stream().map(Object::toString).collect(Collectors.joining(", ")) + " }";
    }
}
