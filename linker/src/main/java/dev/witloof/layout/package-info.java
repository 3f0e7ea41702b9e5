/**
 * What a type means for bytes and core values, decided by the type alone: alignment, element size, flattening, and the
 * predicates and the despecialization that these need. Validation checks the types of core functions with it, before the
 * Canonical ABI lifts and lowers with it; so it stands before both.
 *
 * <p>Imports {@code type}.
 */
@NullMarked
package dev.witloof.layout;

import org.jspecify.annotations.NullMarked;
