package dev.witloof.component;

import dev.witloof.type.CoreValType;
import java.util.List;

/**
 * A core type with its place among other types.
 *
 * @param isFinal whether no type may be declared beneath it
 * @param supertypes the indices of the types above it, unsigned
 * @param type what it is made of
 * @see <a href="https://webassembly.github.io/spec/core/binary/types.html#recursive-types">Core: recursive types</a>
 */
public record CoreSubType(boolean isFinal, List<Integer> supertypes, CompositeType type) {

    /** Copies the list. */
    public CoreSubType {
        supertypes = List.copyOf(supertypes);
    }

    /** What a core type is made of. */
    public sealed interface CompositeType {}

    /**
     * A function.
     *
     * @param params the types of the parameters
     * @param results the types of the results
     */
    public record Func(List<CoreValType> params, List<CoreValType> results) implements CompositeType {

        /** Copies both lists. */
        public Func {
            params = List.copyOf(params);
            results = List.copyOf(results);
        }
    }

    /**
     * A structure.
     *
     * @param fields the fields in order
     */
    public record Struct(List<Field> fields) implements CompositeType {

        /** Copies the list. */
        public Struct {
            fields = List.copyOf(fields);
        }
    }

    /**
     * An array.
     *
     * @param element what each element is
     */
    public record Array(Field element) implements CompositeType {}

    /**
     * A field of a structure, or the elements of an array.
     *
     * @param type what is stored
     * @param mutable whether it can be set
     */
    public record Field(StorageType type, boolean mutable) {}

    /** What a field stores. */
    public sealed interface StorageType {}

    /** Integers that are narrower than a value. */
    public enum Packed implements StorageType {
        /** 8 bits. */
        I8,
        /** 16 bits. */
        I16
    }

    /**
     * A value.
     *
     * @param type its type
     */
    public record Unpacked(CoreValType type) implements StorageType {}
}
