package dev.witloof.type;

import java.util.Locale;

/**
 * The primitive value types.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#type-definitions">Binary: primvaltype</a>
 */
public enum PrimitiveType implements ValType {
    /** True or false. */
    BOOL,
    /** A signed 8-bit integer. */
    S8,
    /** An unsigned 8-bit integer. */
    U8,
    /** A signed 16-bit integer. */
    S16,
    /** An unsigned 16-bit integer. */
    U16,
    /** A signed 32-bit integer. */
    S32,
    /** An unsigned 32-bit integer. */
    U32,
    /** A signed 64-bit integer. */
    S64,
    /** An unsigned 64-bit integer. */
    U64,
    /** A 32-bit float with one NaN. */
    F32,
    /** A 64-bit float with one NaN. */
    F64,
    /** A Unicode scalar value. */
    CHAR,
    /** A sequence of Unicode scalar values. */
    STRING,
    /** An opaque description of an error, for debugging. */
    ERROR_CONTEXT;

    private final String wit = name().toLowerCase(Locale.ROOT).replace('_', '-');

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.primitive(this);
    }

    /** The type as WIT writes it, such as {@code u32}. */
    @Override
    public String toString() {
        return wit;
    }
}
