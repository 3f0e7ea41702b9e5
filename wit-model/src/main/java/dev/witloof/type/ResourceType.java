package dev.witloof.type;

/**
 * A resource type. Each import, export or definition of a resource makes one that is equal to no other. Importing or
 * exporting a resource under a further name makes a {@linkplain #underName view} of it: another object, equal to it.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#handle-types">Explainer: handle types</a>
 */
public final class ResourceType implements DefinedType {

    private final String name;
    private final ResourceType origin;

    private ResourceType(String name) {
        this.name = name;
        this.origin = this;
    }

    private ResourceType(String name, ResourceType origin) {
        this.name = name;
        this.origin = origin;
    }

    /**
     * A new resource type, unequal to every other.
     *
     * @param name what messages call it; it plays no part in identity
     */
    public static ResourceType named(String name) {
        return new ResourceType(name);
    }

    /**
     * The same resource type under a name of its own.
     *
     * @param view what messages call it
     */
    public ResourceType underName(String view) {
        return new ResourceType(view, origin);
    }

    /** What messages call it. */
    public String name() {
        return name;
    }

    /** Whether both are views of one resource type. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ResourceType type && type.origin == origin;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(origin);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
