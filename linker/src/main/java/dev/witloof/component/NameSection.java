package dev.witloof.component;

import java.util.List;
import java.util.Optional;

/**
 * The names that a component's {@code component-name} section gives for debugging. They mean nothing to validation.
 *
 * @param componentName the component's own name
 * @param sortNames the names of definitions, a list for each sort that has any
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#name-section">Binary: name section</a>
 */
public record NameSection(Optional<String> componentName, List<SortNames> sortNames) {

    /** Copies the list. */
    public NameSection {
        sortNames = List.copyOf(sortNames);
    }

    /**
     * The names of the definitions of one sort.
     *
     * @param sort the sort
     * @param names the names in order
     */
    public record SortNames(Sort sort, List<NameAssociation> names) {

        /** Copies the list. */
        public SortNames {
            names = List.copyOf(names);
        }
    }

    /**
     * The name of one definition.
     *
     * @param index its index in the index space of its sort, unsigned
     * @param name its name
     */
    public record NameAssociation(int index, String name) {}
}
