package dev.witloof.instance;

import org.jspecify.annotations.Nullable;

/**
 * A component with the frame in which it was defined: its outer aliases may name what only exists there.
 *
 * @param component the component, prepared
 * @param outer the frame of the enclosing component; {@code null} for one that stands alone
 */
record ComponentClosure(
        PreparedComponent component, @Nullable Frame outer) implements RuntimeItem {}
