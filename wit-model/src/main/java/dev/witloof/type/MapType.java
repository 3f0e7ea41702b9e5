package dev.witloof.type;

/**
 * A map. In memory it is a list of tuples of a key and a value.
 *
 * @param key the type of the keys: bool, an integer, char or string
 * @param value the type of the values
 */
public record MapType(ValType key, ValType value) implements ValType {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.map(this);
    }

    /** The type as WIT writes it. */
    @Override
    public String toString() {
        return "map<" + key + ", " + value + ">";
    }
}
