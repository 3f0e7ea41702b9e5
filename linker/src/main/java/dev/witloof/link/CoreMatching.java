package dev.witloof.link;

import dev.witloof.type.CoreExternType;

/**
 * Whether a core export may stand where a core import is needed.
 *
 * @see <a href="https://webassembly.github.io/spec/core/valid/matching.html#external-types">Core: matching of external types</a>
 */
final class CoreMatching {

    private CoreMatching() {}

    static boolean matches(CoreExternType needed, CoreExternType given) {
        if (needed instanceof CoreExternType.Memory memory && given instanceof CoreExternType.Memory other) {
            return memory.shared() == other.shared() && matches(memory.limits(), other.limits());
        }
        if (needed instanceof CoreExternType.Table table && given instanceof CoreExternType.Table other) {
            return table.element().equals(other.element()) && matches(table.limits(), other.limits());
        }
        return needed.equals(given);
    }

    private static boolean matches(CoreExternType.Limits needed, CoreExternType.Limits given) {
        return needed.address64() == given.address64()
                && Long.compareUnsigned(given.min(), needed.min()) >= 0
                && (needed.max().isEmpty()
                        || given.max().isPresent()
                                && Long.compareUnsigned(
                                                given.max().getAsLong(),
                                                needed.max().getAsLong())
                                        <= 0);
    }
}
