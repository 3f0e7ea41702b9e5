package dev.witloof.component;

/**
 * An option of a canonical definition. Duplicates and conflicts are for validation to refuse.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#canonical-definitions">Binary: canonopt</a>
 */
public sealed interface CanonicalOption {

    /** {@code string-encoding=…}. */
    enum StringEncoding implements CanonicalOption {
        /** UTF-8; what holds where no encoding is named. */
        UTF8,
        /** UTF-16. */
        UTF16,
        /** Latin-1 where that suffices, else UTF-16. */
        LATIN1_UTF16
    }

    /**
     * {@code (memory m)}.
     *
     * @param memory the core memory's index, unsigned
     */
    record Memory(int memory) implements CanonicalOption {}

    /**
     * {@code (realloc f)}.
     *
     * @param func the core function's index, unsigned
     */
    record Realloc(int func) implements CanonicalOption {}

    /**
     * {@code (post-return f)}.
     *
     * @param func the core function's index, unsigned
     */
    record PostReturn(int func) implements CanonicalOption {}

    /** {@code async}. */
    record Async() implements CanonicalOption {}

    /**
     * {@code (callback f)}.
     *
     * @param func the core function's index, unsigned
     */
    record Callback(int func) implements CanonicalOption {}
}
