package dev.witloof.type;

/**
 * The type of an imported or exported type.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#declarators">Explainer: typebound</a>
 */
public sealed interface TypeBound extends ExternType {

    /** What the type's name stands for inside its scope. */
    DefinedType type();

    @Override
    default <R> R accept(Visitor<R> visitor) {
        return visitor.type(this);
    }

    /**
     * {@code (eq t)}: the name stands for a type that is known.
     *
     * @param type the type
     */
    record Eq(DefinedType type) implements TypeBound {}

    /**
     * {@code (sub resource)}: the name stands for some resource type.
     *
     * @param type the abstract resource type, fresh for each declaration
     */
    record SubResource(ResourceType type) implements TypeBound {}
}
