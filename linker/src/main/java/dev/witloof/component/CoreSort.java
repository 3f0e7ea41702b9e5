package dev.witloof.component;

import java.util.Locale;

/**
 * The sorts of core WebAssembly.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#instance-definitions">Binary: core:sort</a>
 */
public enum CoreSort implements Sort {
    /** A core function. */
    FUNC,
    /** A table. */
    TABLE,
    /** A linear memory. */
    MEMORY,
    /** A global. */
    GLOBAL,
    /** An exception tag. */
    TAG,
    /** A core type. */
    TYPE,
    /** A core module. */
    MODULE,
    /** A core instance. */
    INSTANCE;

    private final String words = "core " + name().toLowerCase(Locale.ROOT);

    /** The sort as the text format writes it, such as {@code core func}. */
    @Override
    public String toString() {
        return words;
    }
}
