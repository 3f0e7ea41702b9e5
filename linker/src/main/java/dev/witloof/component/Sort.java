package dev.witloof.component;

/**
 * What an index counts: each sort has an index space of its own.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#instance-definitions">Binary: sort</a>
 */
public sealed interface Sort permits CoreSort, ComponentSort {}
