package dev.witloof.type;

import java.util.Locale;

/**
 * The type of a core WebAssembly value.
 *
 * @see <a href="https://webassembly.github.io/spec/core/syntax/types.html#value-types">Core: value types</a>
 */
public sealed interface CoreValType {

    /** The number types, and the vector type. */
    enum Number implements CoreValType {
        /** A 32-bit integer. */
        I32,
        /** A 64-bit integer. */
        I64,
        /** A 32-bit float. */
        F32,
        /** A 64-bit float. */
        F64,
        /** A 128-bit vector. */
        V128;

        /** The type as the text format writes it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A reference type.
     *
     * @param nullable whether null is one of its values
     * @param heap what it refers to
     */
    record Reference(boolean nullable, HeapType heap) implements CoreValType {

        /** The type as the text format writes it. */
        @Override
        public String toString() {
            return "(ref " + (nullable ? "null " : "") + heap + ")";
        }
    }

    /** What a reference refers to. */
    sealed interface HeapType {}

    /** The heap types that the specification names. */
    enum AbstractHeapType implements HeapType {
        /** Any function. */
        FUNC,
        /** Any host reference. */
        EXTERN,
        /** Any reference of the guest. */
        ANY,
        /** Any comparable reference. */
        EQ,
        /** Any structure. */
        STRUCT,
        /** Any array. */
        ARRAY,
        /** A 31-bit integer. */
        I31,
        /** An exception. */
        EXN,
        /** Nothing, beneath any. */
        NONE,
        /** Nothing, beneath func. */
        NOFUNC,
        /** Nothing, beneath extern. */
        NOEXTERN,
        /** Nothing, beneath exn. */
        NOEXN,
        /** A continuation. */
        CONT,
        /** Nothing, beneath cont. */
        NOCONT;

        /** The type as the text format writes it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A type that the module defines.
     *
     * @param index its index among the types in scope
     */
    record TypeIndex(int index) implements HeapType {

        /** The index. */
        @Override
        public String toString() {
            return Integer.toUnsignedString(index);
        }
    }
}
