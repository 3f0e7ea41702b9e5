package dev.witloof.type;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The type of an import or export of a core module.
 *
 * @see <a href="https://webassembly.github.io/spec/core/syntax/types.html#external-types">Core: external types</a>
 */
public sealed interface CoreExternType {

    /** The kind as the text format writes it, such as {@code memory}. */
    String kind();

    /**
     * A core function.
     *
     * @param params the types of the parameters
     * @param results the types of the results
     */
    record Func(List<CoreValType> params, List<CoreValType> results) implements CoreExternType {

        /** Copies both lists. */
        public Func {
            params = List.copyOf(params);
            results = List.copyOf(results);
        }

        @Override
        public String kind() {
            return "func";
        }

        /** {@code [i32 i32] -> [i64]}. */
        @Override
        public String toString() {
            return list(params) + " -> " + list(results);
        }

        private static String list(List<CoreValType> types) {
            return types.stream().map(Object::toString).collect(Collectors.joining(" ", "[", "]"));
        }
    }

    /**
     * A table.
     *
     * @param element the type of its elements
     * @param limits its size, in elements
     */
    record Table(CoreValType.Reference element, Limits limits) implements CoreExternType {
        @Override
        public String kind() {
            return "table";
        }
    }

    /**
     * A linear memory.
     *
     * @param limits its size, in pages of 64 KiB
     * @param shared whether threads may share it
     */
    record Memory(Limits limits, boolean shared) implements CoreExternType {
        @Override
        public String kind() {
            return "memory";
        }
    }

    /**
     * A global.
     *
     * @param type the type of its value
     * @param mutable whether it can be set
     */
    record Global(CoreValType type, boolean mutable) implements CoreExternType {
        @Override
        public String kind() {
            return "global";
        }
    }

    /**
     * An exception tag.
     *
     * @param type the types of its payload, as the parameters of a function without results
     */
    record Tag(Func type) implements CoreExternType {
        @Override
        public String kind() {
            return "tag";
        }
    }

    /**
     * How large a table or memory is at first and may become.
     *
     * @param min the size at first
     * @param max the largest size, if one is set
     * @param address64 whether addresses are 64 bits wide
     */
    record Limits(long min, OptionalLong max, boolean address64) {

        /** {@code 1..16}, or {@code 1..} where there is no largest size. */
        @Override
        public String toString() {
            return Long.toUnsignedString(min)
                    + ".."
                    + (max.isPresent() ? Long.toUnsignedString(max.getAsLong()) : "")
                    + (address64 ? " i64" : "");
        }
    }
}
