package dev.witloof.validation;

import dev.witloof.type.DefinedType;

/**
 * A checked reference to one entry of a component's index spaces.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#index-spaces">Explainer: index spaces</a>
 */
public sealed interface Item {

    /**
     * An entry that exists at run time.
     *
     * @param space the index space
     * @param index the index in it
     */
    record Entry(Space space, int index) implements Item {}

    /**
     * A type, which is known already; what exists at run time is the resource that it may be.
     *
     * @param type the type
     */
    record Type(DefinedType type) implements Item {}

    /** The index spaces whose entries exist at run time. */
    enum Space {
        /** Core functions. */
        CORE_FUNC,
        /** Core tables. */
        CORE_TABLE,
        /** Core memories. */
        CORE_MEMORY,
        /** Core globals. */
        CORE_GLOBAL,
        /** Core tags. */
        CORE_TAG,
        /** Core instances. */
        CORE_INSTANCE,
        /** Core modules. */
        CORE_MODULE,
        /** Component functions. */
        FUNC,
        /** Component instances. */
        INSTANCE,
        /** Components. */
        COMPONENT
    }
}
