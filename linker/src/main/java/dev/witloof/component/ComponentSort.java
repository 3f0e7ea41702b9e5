package dev.witloof.component;

import java.util.Locale;

/**
 * The sorts of the component level.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#instance-definitions">Binary: sort</a>
 */
public enum ComponentSort implements Sort {
    /** A component-level function. */
    FUNC,
    /** A component-level value. */
    VALUE,
    /** A component-level type. */
    TYPE,
    /** A component. */
    COMPONENT,
    /** An instance of a component, or a bundle of definitions. */
    INSTANCE;

    private final String words = name().toLowerCase(Locale.ROOT);

    /** The sort as the text format writes it, such as {@code func}. */
    @Override
    public String toString() {
        return words;
    }
}
