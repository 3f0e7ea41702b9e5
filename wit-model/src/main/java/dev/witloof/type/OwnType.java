package dev.witloof.type;

/**
 * An owning handle to a resource.
 *
 * @param resource the type of the resource
 */
public record OwnType(ResourceType resource) implements ValType {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.own(this);
    }

    /** The type as WIT writes it. */
    @Override
    public String toString() {
        return resource.toString();
    }
}
