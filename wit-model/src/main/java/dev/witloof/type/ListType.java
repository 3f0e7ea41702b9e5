package dev.witloof.type;

/**
 * A list of any length.
 *
 * @param element the type of each element
 */
public record ListType(ValType element) implements ValType {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.list(this);
    }

    /** The type as WIT writes it. */
    @Override
    public String toString() {
        return "list<" + element + ">";
    }
}
