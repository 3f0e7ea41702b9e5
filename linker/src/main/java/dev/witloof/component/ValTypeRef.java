package dev.witloof.component;

import dev.witloof.type.PrimitiveType;

/**
 * A value type where it is used: a primitive one, or one defined before.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#type-definitions">Binary: valtype</a>
 */
public sealed interface ValTypeRef {

    /**
     * A primitive value type.
     *
     * @param type the type
     */
    record Primitive(PrimitiveType type) implements ValTypeRef {}

    /**
     * A type that is defined elsewhere.
     *
     * @param index its index in the type index space, unsigned
     */
    record Index(int index) implements ValTypeRef {}
}
