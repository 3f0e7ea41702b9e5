package dev.witloof.component;

import java.util.List;

/**
 * The definition of core types: a recursion group, or the type of a core module.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#type-definitions">Binary: core:deftype</a>
 */
public sealed interface CoreDefType {

    /**
     * Core types that may refer to each other; each has an index of its own.
     *
     * @param types the types in order
     */
    record RecursionGroup(List<CoreSubType> types) implements CoreDefType {

        /** Copies the list. */
        public RecursionGroup {
            types = List.copyOf(types);
        }
    }

    /**
     * {@code (module …)}.
     *
     * @param declarations the declarations in order
     */
    record Module(List<Declaration> declarations) implements CoreDefType {

        /** Copies the list. */
        public Module {
            declarations = List.copyOf(declarations);
        }
    }

    /** A line of a core module type. */
    sealed interface Declaration {

        /** Where it begins, in bytes from the start of the outermost input. */
        int offset();
    }

    /**
     * {@code (import m n t)}.
     *
     * @param offset where it begins
     * @param module the first of its two names
     * @param name the second of its two names
     * @param type its type
     */
    record Import(int offset, String module, String name, CoreExternTypeRef type) implements Declaration {}

    /**
     * A core type. Validation refuses a core module type here.
     *
     * @param offset where it begins
     * @param type its definition
     */
    record Type(int offset, CoreDefType type) implements Declaration {}

    /**
     * {@code (alias outer ct idx (type))}.
     *
     * @param offset where it begins
     * @param count how many scopes further out the core type stands, unsigned
     * @param index its index there, unsigned
     */
    record OuterAlias(int offset, int count, int index) implements Declaration {}

    /**
     * {@code (export n t)}.
     *
     * @param offset where it begins
     * @param name its name
     * @param type its type
     */
    record Export(int offset, String name, CoreExternTypeRef type) implements Declaration {}
}
