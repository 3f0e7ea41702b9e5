/**
 * Types at the level of components, fully resolved: no indices, no aliases. Enter at {@link dev.witloof.type.ValType}
 * for the types of values and at {@link dev.witloof.type.ExternType} for what a component imports and exports. The
 * types of core modules stand here too, because a component can import a core module.
 *
 * <p>All are plain data and compare by structure; only {@link dev.witloof.type.ResourceType} has an identity. Families
 * are sealed, and each has a visitor, so that nothing is ever dispatched with a case forgotten.
 *
 * <p>Imports {@code error} and {@code name}.
 */
@NullMarked
package dev.witloof.type;

import org.jspecify.annotations.NullMarked;
