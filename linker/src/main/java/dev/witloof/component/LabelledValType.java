package dev.witloof.component;

/**
 * A label with a value type: a field of a record, or a parameter.
 *
 * @param label the label as written
 * @param type the type
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#type-definitions">Binary: labelvaltype</a>
 */
public record LabelledValType(String label, ValTypeRef type) {}
