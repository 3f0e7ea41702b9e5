package dev.witloof.component;

/**
 * A definition of a core sort.
 *
 * @param sort its sort
 * @param index its index in the index space of that sort, unsigned
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#instance-definitions">Binary: core:sortidx</a>
 */
public record CoreSortIndex(CoreSort sort, int index) {}
