package dev.witloof.component;

import java.util.List;
import java.util.Optional;

/**
 * A component as its binary lists it.
 *
 * @param source all of its bytes, the preamble included
 * @param definitions the definitions of all sections in the order of the binary, on which the index spaces depend
 * @param customSections the custom sections in order
 * @param names what the first readable name section says
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#component-definitions">Binary: component definitions</a>
 */
public record ComponentBinary(
        Slice source, List<Definition> definitions, List<CustomSection> customSections, Optional<NameSection> names) {

    /** Copies the lists. */
    public ComponentBinary {
        definitions = List.copyOf(definitions);
        customSections = List.copyOf(customSections);
    }
}
