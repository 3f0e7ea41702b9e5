package dev.witloof.type;

/**
 * A list whose length is part of its type.
 *
 * @param element the type of each element
 * @param length the number of elements, unsigned and never 0
 */
public record FixedLengthListType(ValType element, int length) implements ValType {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.fixedLengthList(this);
    }

    /** The type as WIT writes it. */
    @Override
    public String toString() {
        return "list<" + element + ", " + Integer.toUnsignedString(length) + ">";
    }
}
