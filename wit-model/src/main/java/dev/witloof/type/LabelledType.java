package dev.witloof.type;

/**
 * A name with a type: a field of a record or a parameter of a function.
 *
 * @param label the name
 * @param type its type
 */
public record LabelledType(String label, ValType type) {

    /** {@code label: type}. */
    @Override
    public String toString() {
        return label + ": " + type;
    }
}
