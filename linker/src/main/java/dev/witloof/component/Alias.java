package dev.witloof.component;

/**
 * A second index for a definition that stands elsewhere.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#alias-definitions">Binary: alias definitions</a>
 */
public sealed interface Alias {

    /** The sort of what is aliased: the alias is appended to its index space. */
    Sort sort();

    /**
     * {@code (alias export i n (s))}.
     *
     * @param sort the sort of the export
     * @param instance the instance's index, unsigned
     * @param name the export's name
     */
    record Export(Sort sort, int instance, String name) implements Alias {}

    /**
     * {@code (alias core export i n (s))}.
     *
     * @param sort the sort of the export
     * @param instance the core instance's index, unsigned
     * @param name the export's name
     */
    record CoreExport(CoreSort sort, int instance, String name) implements Alias {}

    /**
     * {@code (alias outer ct idx (s))}.
     *
     * @param sort core module, core type, component or type
     * @param count how many scopes further out it stands, unsigned; 0 is the current one
     * @param index its index there, unsigned
     */
    record Outer(Sort sort, int count, int index) implements Alias {}
}
