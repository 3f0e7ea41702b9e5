package dev.witloof.type;

/**
 * A resource type. Every resource type is equal to itself only: each import, export or definition of a resource makes
 * one of its own.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#handle-types">Explainer: handle types</a>
 */
public final class ResourceType implements DefinedType {

    private final String name;

    private ResourceType(String name) {
        this.name = name;
    }

    /**
     * A new resource type, unequal to every other.
     *
     * @param name what messages call it; it plays no part in identity
     */
    public static ResourceType named(String name) {
        return new ResourceType(name);
    }

    /** What messages call it. */
    public String name() {
        return name;
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
