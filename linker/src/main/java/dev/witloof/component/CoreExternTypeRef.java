package dev.witloof.component;

import dev.witloof.type.CoreExternType;

/**
 * The type of an import or export of a core module, with functions and tags by index.
 *
 * @see <a href="https://webassembly.github.io/spec/core/binary/types.html#external-types">Core: external types</a>
 */
public sealed interface CoreExternTypeRef {

    /**
     * A core function.
     *
     * @param type its type's index, unsigned
     */
    record Func(int type) implements CoreExternTypeRef {}

    /**
     * An exception tag.
     *
     * @param type its type's index, unsigned
     */
    record Tag(int type) implements CoreExternTypeRef {}

    /**
     * A table, a memory or a global, whose types need no index of their own.
     *
     * @param type the type
     */
    record Direct(CoreExternType type) implements CoreExternTypeRef {}
}
