package dev.witloof.type;

/**
 * A value or none.
 *
 * @param some the type of the value
 */
public record OptionType(ValType some) implements ValType {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.option(this);
    }

    /** The type as WIT writes it. */
    @Override
    public String toString() {
        return "option<" + some + ">";
    }
}
