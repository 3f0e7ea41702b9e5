package dev.witloof.component;

/**
 * A custom section.
 *
 * @param offset where the section begins, in bytes from the start of the outermost input
 * @param name its name
 * @param content the bytes after the name
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#component-definitions">Binary: component definitions</a>
 */
public record CustomSection(int offset, String name, Slice content) {}
