package dev.witloof.type;

/**
 * A handle to a resource that is borrowed for one call.
 *
 * @param resource the type of the resource
 */
public record BorrowType(ResourceType resource) implements ValType {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.borrow(this);
    }

    /** The type as WIT writes it. */
    @Override
    public String toString() {
        return "borrow<" + resource + ">";
    }
}
