package dev.witloof.validation;

import dev.witloof.type.DefinedType;
import dev.witloof.type.ExternType;

/**
 * An entry of the index space of types.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#type-definitions">Explainer: type definitions</a>
 */
sealed interface TypeEntry {

    /** What messages call this kind of type. */
    String kind();

    /** The type of a value, or a resource type. */
    record Defined(DefinedType type) implements TypeEntry {
        @Override
        public String kind() {
            return type.toString();
        }
    }

    /** The type of a function, instance or component. */
    record Definition(ExternType type) implements TypeEntry {
        @Override
        public String kind() {
            return IndexSpace.withArticle(type.kind()) + " type";
        }
    }
}
